import { Injectable, type PipeTransform } from '@nestjs/common';
import { Refusal } from '../platform/refusal';

/** The number of a terms version in a path; there is nothing at any other path. */
@Injectable()
export class TermsNumber implements PipeTransform<string, number> {
  transform(text: string): number {
    if (!/^[1-9]\d{0,5}$/.test(text)) throw Refusal.notFound();
    return Number(text);
  }
}

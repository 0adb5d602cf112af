import {
  applyDecorators,
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { FilesInterceptor } from '@nestjs/platform-express';
import type { Observable } from 'rxjs';
import type { Me } from './screen';
import { MarkTakesFiles, requireProof, type WithScreen } from './screen.guard';

/** A file that was sent with a form. */
export interface SentFile {
  /** As the sender's machine calls it; nothing is ever stored under it. */
  readonly originalname: string;
  readonly buffer: Buffer;
}

/** What the web API takes of one document. */
const LARGEST = 16 * 1024 * 1024;

@Injectable()
class ProofAfterFiles implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    requireProof(context.switchToHttp().getRequest<WithScreen>());
    return next.handle();
  }
}

/**
 * A route to which files are sent from a page (RFC 7578), held in memory and nowhere else.
 * @param role who may send them @param field the name of the field @param most how many at once
 */
export const TakesFiles = (role: Me['roles'][number], field: string, most: number) =>
  applyDecorators(
    MarkTakesFiles(role),
    UseInterceptors(
      FilesInterceptor(field, most, {
        limits: { fileSize: LARGEST, fieldSize: 2 * LARGEST, fields: most + 10, parts: 2 * most + 10 },
      }),
      ProofAfterFiles,
    ),
  );

/** The files of a request. */
export const SentFiles = createParamDecorator(
  (_: unknown, context: ExecutionContext): SentFile[] =>
    context.switchToHttp().getRequest<{ files?: SentFile[] }>().files ?? [],
);

import {
  applyDecorators,
  Controller,
  createParamDecorator,
  type ExecutionContext,
  UseFilters,
  UseGuards,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { IsScreen } from '../../platform/onlooker';
import type { Screen } from './screen';
import { ScreenErrors } from './screen-errors.filter';
import { ScreenGuard, type WithScreen } from './screen.guard';

/** A controller of screens below `/portal`. It asks the web API for everything, which asks the gate. */
export const Screens = (path: string) =>
  applyDecorators(
    Controller(path ? `portal/${path}` : 'portal'),
    ApiExcludeController(),
    IsScreen(),
    Access('anyone'),
    UseGuards(ScreenGuard),
    UseFilters(ScreenErrors),
  );

/** The screen that the guard has opened. */
export const OnScreen = createParamDecorator(
  (_: unknown, context: ExecutionContext): Screen => context.switchToHttp().getRequest<WithScreen>().screen,
);

/** The fields of a form that was sent. A field that occurs once is a text, one that occurs more often a list. */
export class Form {
  constructor(private readonly fields: Readonly<Record<string, unknown>>) {}

  /** The text of a field without space around it; undefined if it is empty or missing. */
  text(name: string): string | undefined {
    const [value] = this.list(name);
    return value;
  }

  /** All texts of a field that are not empty. */
  list(name: string): string[] {
    const value = Object.hasOwn(this.fields, name) ? this.fields[name] : undefined;
    return [value]
      .flat()
      .flatMap((one) => (typeof one === 'string' && one.trim() !== '' ? [one.trim()] : []));
  }

  /** What stands in all fields below a name, as `terms` has `terms.corrections`. */
  below(name: string): Map<string, readonly string[]> {
    const names = Object.keys(this.fields).filter((one) => one.startsWith(`${name}.`));
    return new Map(
      names.map((one) => [one, this.list(one)] as const).filter(([, texts]) => texts.length > 0),
    );
  }

  /** A password or a token, exactly as it was typed; empty if it is missing. */
  secret(name: string): string {
    const value = Object.hasOwn(this.fields, name) ? this.fields[name] : undefined;
    return typeof value === 'string' ? value : '';
  }

  has(name: string): boolean {
    return this.text(name) !== undefined;
  }
}

/** The form of a request. */
export const Sent = createParamDecorator((_: unknown, context: ExecutionContext): Form => {
  const body = context.switchToHttp().getRequest<WithScreen>().body as Record<string, unknown> | undefined;
  return new Form(body ?? {});
});

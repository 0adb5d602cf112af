import { Injectable } from '@nestjs/common';
import type { RenderedPart } from './items/part';

/** What a renderer gets of a variant version; nothing in it tells of other teams. */
export interface RenderInput {
  readonly kind: 'advisory' | 'incident';
  readonly externalId: string;
  /** The short reference that this variant has for the telephone. */
  readonly reference: string;
  readonly number: number;
  readonly title: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly document: Buffer | null;
  readonly handling: {
    readonly tlp: string;
    readonly information_type: string;
    readonly categories: readonly string[];
    readonly sectors: readonly string[];
    readonly severity: string | null;
    readonly pap: string | null;
  };
  readonly owner: { readonly handle: string; readonly name: string; readonly namespace: string | null };
  readonly releasedAt: Date;
  /** The versions this variant has had, oldest first, this one included, with when its team could first have it. */
  readonly history: readonly { readonly number: number; readonly madeAt: string }[];
  /** The item's parts as far as they leave, as they leave, in their order. */
  readonly parts: readonly RenderedPart[];
  /** Whether this is the variant that everybody reads. */
  readonly toPublic: boolean;
}

/** The bytes of one projection, exactly as they will leave. */
export interface RenderedDocument {
  readonly projection: string;
  readonly mediaType: string;
  readonly fileName: string;
  readonly path: string;
  readonly bytes: Buffer;
}

export type Renderer = (input: RenderInput) => RenderedDocument[];

/** Capabilities register how their items are rendered; so the gate serves them without knowing them. */
@Injectable()
export class Renderers {
  private readonly byKind = new Map<string, Renderer>();

  register(kind: RenderInput['kind'], renderer: Renderer): void {
    if (this.byKind.has(kind)) throw new Error(`There is a renderer for ${kind} already.`);
    this.byKind.set(kind, renderer);
  }

  render(input: RenderInput): RenderedDocument[] {
    const renderer = this.byKind.get(input.kind);
    if (!renderer) throw new Error(`There is no renderer for ${input.kind}.`);
    return renderer(input);
  }
}

/*
 * What the objects of Office.js offer, as tables: which property, which method, since which requirement set. The sets
 * are held against the published type declarations by a test.
 */

/** A value on the host's side that a proxy stands for. */
export type Target = object;

export interface Prop<T> {
  readonly set: string;
  readonly get?: (target: T) => unknown;
  readonly put?: (target: T, value: unknown) => void;
  /** Set of writing, where it differs. */
  readonly putSet?: string;
}

export interface Nav<T> {
  readonly set: string;
  // A function, because shapes refer to each other in circles.
  readonly shape: () => AnyShape;
  readonly to: (target: T) => Target;
}

export interface Method<T> {
  readonly set: string;
  readonly call: (target: T, args: readonly unknown[]) => unknown;
  /** Shape of the object that it gives; a method of no object and no value gives nothing. */
  readonly object?: () => AnyShape;
  /** Gives a null object when there is none. */
  readonly orNull?: boolean;
  /** Gives a ClientResult. */
  readonly value?: boolean;
}

export interface Items<T> {
  readonly shape: () => AnyShape;
  readonly list: (target: T) => readonly Target[];
}

export interface Shape<T> {
  /** Name of the class. */
  readonly name: string;
  readonly props?: Readonly<Record<string, Prop<T>>>;
  readonly navs?: Readonly<Record<string, Nav<T>>>;
  readonly methods?: Readonly<Record<string, Method<T>>>;
  readonly items?: Items<T>;
  /** Events, and what a handler listens to. */
  readonly events?: Readonly<Record<string, { readonly set: string; readonly of: (target: T) => Target | undefined }>>;
  /** Is the target still there? */
  readonly alive?: (target: T) => boolean;
}

// A shape of any target: shapes are looked up by name and their targets are passed through.
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a table of shapes of different targets
export type AnyShape = Shape<any>;

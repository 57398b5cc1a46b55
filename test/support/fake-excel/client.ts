import { HostError, hostError } from './error';
import type { AnyShape, Nav, Target } from './shape';

/*
 * The client's side: proxies that queue what is asked of them until sync, as Office.js does. What is not in a shape,
 * not loaded, or not synced yet cannot be read.
 */

/** What a request context needs of its host. */
export interface Host {
  supports(set: string): boolean;
  listen(target: Target | undefined, handler: (args: unknown) => unknown): () => void;
  /** Runs the queue of one request. */
  request(actions: readonly Action[], context: Context): Promise<void>;
}

/** One operation of a request. */
export interface Action {
  readonly where: string;
  readonly set: string;
  readonly bytes: number;
  readonly run: () => void;
}

const encoder = new TextEncoder();
export const sizeOf = (value: unknown): number => encoder.encode(JSON.stringify(value) ?? '').length;

const nodes = new WeakMap<object, Node>();

/** Host-side value of an argument: the target of a proxy, or the value itself. */
function unwrap(argument: unknown): unknown {
  const node = typeof argument === 'object' && argument !== null ? nodes.get(argument) : undefined;
  return node ? node.target() : argument;
}

export class Context {
  private queue: Action[] = [];
  private count = 0;
  /** Bytes of what was loaded since the last request. */
  received = 0;
  /** Requests so far. */
  round = 0;

  constructor(readonly host: Host) {}

  get pending(): number {
    return this.queue.length;
  }

  /** Queues an operation; `details` stand for what it weighs in the request. */
  add(where: string, set: string, args: readonly unknown[], run: () => void): void {
    this.count += 1;
    const plain = args.map((one) => (typeof one === 'object' && one !== null && nodes.has(one) ? { ref: 1000 } : one));
    // About what a request holds: an action, and the path of the object that it acts on.
    const action = {
      Id: this.count,
      ActionType: 1,
      Name: where,
      ObjectPathId: this.count,
      ArgumentInfo: { Arguments: plain },
    };
    const path = { Id: this.count, ObjectPathType: 3, Name: where, ParentObjectPathId: this.count, ArgumentInfo: {} };
    this.queue.push({ where, set, bytes: sizeOf(action) + sizeOf(path), run });
  }

  async sync(): Promise<void> {
    const actions = this.queue;
    this.queue = [];
    // Nothing to say, no round trip.
    if (actions.length === 0) return;
    try {
      await this.host.request(actions, this);
    } finally {
      this.round += 1;
    }
  }
}

type Resolve = () => Target | null;

/** One proxy object. */
class Node {
  private readonly loaded = new Map<string, unknown>();
  private readonly children = new Map<string, Node>();
  private items: object[] | undefined;
  private known: { readonly isNull: boolean } | undefined;
  private goodUntil = Infinity;
  readonly proxy: object;

  constructor(
    readonly context: Context,
    readonly shape: AnyShape,
    private readonly resolve: Resolve,
  ) {
    this.proxy = new Proxy({}, { get: (_, key) => this.read(key), set: (_, key, value) => this.write(key, value) });
    nodes.set(this.proxy, this);
  }

  /** The target, which must be there. */
  target(): Target {
    if (this.context.round > this.goodUntil)
      throw hostError('InvalidObjectPath', 'an untracked range is used after sync');
    const target = this.resolve();
    if (target === null) throw hostError('InvalidObjectPath', `${this.shape.name} is a null object`);
    if (this.shape.alive && !this.shape.alive(target)) throw hostError('ItemNotFound', `${this.shape.name} is gone`);
    return target;
  }

  learn(): void {
    this.known = { isNull: this.resolve() === null };
  }

  /** Puts the value at `path` where a reader finds it. */
  deliver(path: readonly string[]): void {
    this.learn();
    if (this.known!.isNull) return;
    const [head = '', ...rest] = path;
    const { props = {}, navs = {}, items } = this.shape;
    if (items && head === 'items') {
      this.items ??= items.list(this.target()).map((one, index) => {
        // An item without its id is known by its place in the list, as that is when it is used.
        const item: Node = new Node(this.context, items.shape(), () => {
          return item.loaded.has('id') ? one : (items.list(this.target())[index] ?? null);
        });
        return item.proxy;
      });
      for (const item of this.items) if (rest.length > 0) nodes.get(item)!.deliver(rest);
      return;
    }
    const nav = navs[head];
    if (nav && rest.length > 0) {
      this.require(nav.set, head);
      this.child(head, nav).deliver(rest);
      return;
    }
    const prop = props[head];
    if (!prop?.get || rest.length > 0)
      throw hostError('InvalidArgument', `${this.shape.name} cannot load ${path.join('/')}`);
    this.require(prop.set, head);
    const value = structuredClone(prop.get(this.target()));
    this.context.received += sizeOf(value);
    this.loaded.set(head, value);
  }

  forgetItems(): void {
    this.items = undefined;
  }

  private require(set: string, member: string): void {
    if (!this.context.host.supports(set))
      throw hostError('ApiNotFound', `${this.shape.name}.${member} needs ExcelApi ${set}`);
  }

  private child(name: string, nav: Nav<Target>): Node {
    let child = this.children.get(name);
    if (!child) {
      child = new Node(this.context, nav.shape(), () => {
        this.require(nav.set, name);
        return nav.to(this.target());
      });
      this.children.set(name, child);
    }
    return child;
  }

  private read(key: string | symbol): unknown {
    // A proxy is not a promise, and nothing else that the language asks for by symbol.
    if (typeof key === 'symbol' || key === 'then') return undefined;
    const { props = {}, navs = {}, methods = {}, items, events = {}, name } = this.shape;
    if (key === 'context') return this.context;
    if (key === 'load') return (spec: unknown) => this.load(spec);
    if (key === 'untrack' && name === 'Range') {
      return () => {
        this.goodUntil = this.context.round;
        return this.proxy;
      };
    }
    if (key === 'isNullObject') {
      if (!this.known) throw hostError('PropertyNotLoaded', `${name}.isNullObject is read before sync`);
      return this.known.isNull;
    }
    if (key === 'items' && items) {
      if (!this.items) throw hostError('PropertyNotLoaded', `${name}.items is read before it is loaded and synced`);
      return this.items;
    }
    if (navs[key]) return this.child(key, navs[key]).proxy;
    if (methods[key]) return (...args: unknown[]) => this.call(key, args);
    if (events[key]) return this.event(key);
    if (props[key]) {
      if (!this.loaded.has(key))
        throw hostError('PropertyNotLoaded', `${name}.${key} is read before it is loaded and synced`);
      return this.loaded.get(key);
    }
    throw new TypeError(`the fake has no ${name}.${key}`);
  }

  private write(key: string | symbol, value: unknown): boolean {
    const name = String(key);
    const prop = this.shape.props?.[name];
    if (!prop?.put) throw new TypeError(`${this.shape.name}.${name} cannot be set`);
    const { put } = prop;
    this.loaded.delete(name);
    const sent = structuredClone(value);
    this.context.add(`${this.shape.name}.${name}`, prop.putSet ?? prop.set, [value], () => put(this.target(), sent));
    return true;
  }

  private load(spec: unknown): object {
    const names = Array.isArray(spec) ? (spec as string[]) : typeof spec === 'string' ? spec.split(',') : [];
    const paths = names.map((one) => one.trim().split('/')).filter(([first]) => first !== '');
    if (paths.length === 0) throw new TypeError(`${this.shape.name}.load: name the properties that are wanted`);
    this.context.add(`${this.shape.name}.load`, '1.1', [spec], () => {
      this.forgetItems();
      for (const path of paths) this.deliver(path);
    });
    return this.proxy;
  }

  private call(key: string, args: readonly unknown[]): unknown {
    const method = this.shape.methods![key]!;
    const sent = args.map((one) =>
      typeof one === 'object' && one !== null && !nodes.has(one) ? structuredClone(one) : one,
    );
    const where = `${this.shape.name}.${key}`;
    const call = (): unknown => method.call(this.target(), sent.map(unwrap));
    if (method.object) {
      let made: Target | null | undefined;
      const node = new Node(this.context, method.object(), () => {
        if (made === undefined) throw hostError('InvalidObjectPath', `${where} has not run`);
        return made;
      });
      this.context.add(where, method.set, args, () => {
        const result = call() ?? null;
        if (result === null && !method.orNull) throw hostError('ItemNotFound', where);
        made = result;
        node.learn();
      });
      return node.proxy;
    }
    if (method.value) {
      let result: { readonly value: unknown } | undefined;
      this.context.add(where, method.set, args, () => {
        result = { value: structuredClone(call()) };
        this.context.received += sizeOf(result);
      });
      return {
        get value(): unknown {
          if (!result) throw hostError('ValueNotLoaded', `${where} is read before sync`);
          return result.value;
        },
      };
    }
    this.context.add(where, method.set, args, () => void call());
    return undefined;
  }

  private event(key: string): unknown {
    const { set, of } = this.shape.events![key]!;
    return {
      add: (handler: (args: unknown) => unknown) => {
        let stop: (() => void) | undefined;
        const where = `${this.shape.name}.${key}`;
        this.context.add(where, set, [], () => (stop = this.context.host.listen(of(this.target()), handler)));
        return {
          context: this.context,
          remove: () => this.context.add(`${where}.remove`, set, [], () => stop?.()),
        };
      },
    };
  }
}

/** The proxy of a value that is always there. */
export function rootProxy(context: Context, shape: AnyShape, target: Target): object {
  return new Node(context, shape, () => target).proxy;
}

/** Runs the operations of a request in their order; what stands before a failure stays done. */
export function runActions(actions: readonly Action[], supports: (set: string) => boolean): void {
  for (const { where, set, run } of actions) {
    try {
      if (!supports(set)) throw hostError('ApiNotFound', `${where} needs ExcelApi ${set}`);
      run();
    } catch (error) {
      if (error instanceof HostError) error.debugInfo.errorLocation = where;
      throw error;
    }
  }
}

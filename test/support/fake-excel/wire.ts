import type { FakeExcel } from '.';
import { HostError, hostError } from './error';
import type { AnyShape, Target } from './shape';
import { RUNTIME, WORKBOOK } from './shapes/workbook';

/*
 * The host's end of the wire: requests as the real Office.js writes them, carried out on the fake's workbook.
 */

interface Arguments {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly number[];
}

interface ObjectPath {
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: Arguments;
}

interface WireAction {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: Arguments;
  readonly QueryInfo?: { readonly Select?: readonly string[] };
}

export interface RequestBody {
  readonly Actions: readonly WireAction[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface Response {
  readonly ErrorCode: '';
  readonly Body: {
    readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
    readonly Error: {
      readonly Code: string;
      readonly Message: string;
      readonly Location: string;
      readonly ActionIndex: number;
    } | null;
  };
}

const GLOBAL = 1;
const METHOD = 3;
const PROPERTY = 4;
const INDEXER = 5;
const REFERENCE = 6;
const NOTHING = 7;

const INSTANTIATE = 1;
const QUERY = 2;
const CALL = 3;
const SET = 4;

interface Thing {
  readonly shape: AnyShape;
  readonly target: Target | null;
  reference?: string;
}

const low = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
const high = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** What the tests of the fake never come to, the real library may ask for. */
function unknown(what: string): never {
  throw new TypeError(`the fake has no ${what}`);
}

export class Wire {
  private readonly references = new Map<string, Thing>();
  /** Bytes of every request so far. */
  readonly sent: number[] = [];

  constructor(private readonly host: FakeExcel) {}

  execute(body: RequestBody): Response {
    this.sent.push(new TextEncoder().encode(JSON.stringify(body)).length);
    const request = new WireRequest(this.host, body, this.references);
    const results: { ActionId: number; Value: unknown }[] = [];
    for (const [index, action] of body.Actions.entries()) {
      try {
        const value = request.run(action);
        results.push({
          ActionId: action.Id,
          Value: value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown),
        });
      } catch (error) {
        // Anything else is a fault of ours, and the test shall see where.
        if (!(error instanceof HostError)) throw error;
        this.host.errors.push(error);
        const fault = {
          Code: error.code,
          Message: error.message,
          Location: request.placeOf(action),
          ActionIndex: index,
        };
        return { ErrorCode: '', Body: { Results: results, Error: fault } };
      }
    }
    return { ErrorCode: '', Body: { Results: results, Error: null } };
  }
}

class WireRequest {
  private readonly things = new Map<number, Thing>();

  constructor(
    private readonly host: FakeExcel,
    private readonly body: RequestBody,
    private readonly references: Map<string, Thing>,
  ) {}

  /** @returns what the action gives; undefined for nothing */
  run(action: WireAction): unknown {
    const thing = this.thing(action.ObjectPathId);
    const { shape, target } = thing;
    switch (action.ActionType) {
      case INSTANTIATE:
        return this.identity(thing);
      case QUERY:
        return this.query(thing, action.QueryInfo?.Select ?? []);
      case CALL:
        return this.call(thing, action);
      case SET: {
        const prop = shape.props?.[low(action.Name)];
        if (!prop?.put) return unknown(`${shape.name}.${action.Name} to set`);
        this.require(prop.putSet ?? prop.set, `${shape.name}.${action.Name}`);
        prop.put(alive(shape, target), this.args(action.ArgumentInfo)[0]);
        return undefined;
      }
      default:
        return undefined;
    }
  }

  placeOf({ ObjectPathId, Name }: WireAction): string {
    const path = this.body.ObjectPaths[ObjectPathId]!;
    const parent = path.ParentObjectPathId === undefined ? undefined : this.things.get(path.ParentObjectPathId);
    const shape = this.things.get(ObjectPathId)?.shape.name ?? parent?.shape.name ?? '';
    return `${shape}.${low(Name === '' ? path.Name : Name)}`;
  }

  private identity(thing: Thing): unknown {
    const { shape, target, reference } = thing;
    if (target === null) return null;
    const id = shape.props?.['id']?.get?.(target);
    return { ...(id !== undefined && { Id: id }), ...(reference !== undefined && { _ReferenceId: reference }) };
  }

  private call(thing: Thing, { Name, ArgumentInfo }: WireAction): unknown {
    const { shape, target } = thing;
    if (Name === '_KeepReference') {
      if (target !== null) {
        thing.reference ??= `r${this.references.size + 1}`;
        this.references.set(thing.reference, thing);
      }
      return undefined;
    }
    if (Name === '_RemoveReference') return void this.references.delete(String(ArgumentInfo?.Arguments?.[0]));
    const method = shape.methods?.[low(Name)];
    if (!method) return unknown(`${shape.name}.${Name}()`);
    this.require(method.set, `${shape.name}.${Name}`);
    const value = method.call(alive(shape, target), this.args(ArgumentInfo));
    return method.value ? value : undefined;
  }

  private query({ shape, target }: Thing, select: readonly string[]): unknown {
    if (target === null) return null;
    const paths = select.map((one) => one.split('/'));
    if (!shape.items) return this.pick(shape, alive(shape, target), paths);
    const item = shape.items.shape();
    return { _Items: shape.items.list(alive(shape, target)).map((one) => this.pick(item, one, paths)) };
  }

  private pick(shape: AnyShape, target: Target, paths: readonly (readonly string[])[]): Record<string, unknown> {
    const picked: Record<string, unknown> = {};
    for (const head of new Set(paths.map(([first]) => first!))) {
      const prop = shape.props?.[low(head)];
      const nav = shape.navs?.[low(head)];
      if (prop?.get) {
        this.require(prop.set, `${shape.name}.${head}`);
        picked[high(head)] = prop.get(target);
      } else if (nav) {
        this.require(nav.set, `${shape.name}.${head}`);
        const below = paths.filter(([first]) => first === head).map(([, ...rest]) => rest);
        picked[high(head)] = this.pick(nav.shape(), nav.to(target), below);
      } else {
        throw hostError('InvalidArgument', `${shape.name}.${head}`);
      }
    }
    return picked;
  }

  private args(info: Arguments | undefined): unknown[] {
    return (info?.Arguments ?? []).map((argument, at) => {
      const reference = info?.ReferencedObjectPathIds?.[at];
      if (reference) return this.thing(reference).target;
      return argument ?? undefined;
    });
  }

  /** A path means the same object all through a request. */
  private thing(id: number): Thing {
    let thing = this.things.get(id);
    if (!thing) this.things.set(id, (thing = this.resolve(this.body.ObjectPaths[id]!)));
    return thing;
  }

  private resolve(path: ObjectPath): Thing {
    const { ObjectPathType: type, Name: name } = path;
    if (type === GLOBAL) return { shape: WORKBOOK, target: this.host.book };
    if (type === NOTHING) return { shape: WORKBOOK, target: null };
    if (type === REFERENCE) {
      const thing = this.references.get(name);
      if (!thing) throw hostError('InvalidReference', name);
      return thing;
    }
    const { shape, target } = this.thing(path.ParentObjectPathId!);
    const parent = alive(shape, target);
    if (type === PROPERTY) {
      if (name === '_Runtime') return { shape: RUNTIME, target: { enableEvents: true } };
      const nav = shape.navs?.[low(name)] ?? unknown(`${shape.name}.${name}`);
      this.require(nav.set, `${shape.name}.${name}`);
      return { shape: nav.shape(), target: nav.to(parent) };
    }
    const args = this.args(path.ArgumentInfo);
    if (shape.items && (type === INDEXER || name === 'GetItemAt')) return this.item(shape, parent, args[0]);
    const method = shape.methods?.[type === INDEXER ? 'getItem' : low(name)];
    if (type !== METHOD && type !== INDEXER) return unknown(`path of type ${type}`);
    if (!method?.object) return unknown(`${shape.name}.${name}()`);
    this.require(method.set, `${shape.name}.${name}`);
    const made = method.call(parent, args) ?? null;
    if (made === null && !method.orNull) throw hostError('ItemNotFound', `${shape.name}.${name}`);
    return { shape: method.object(), target: made };
  }

  private item(shape: AnyShape, parent: Target, key: unknown): Thing {
    const { list, shape: shapeOf } = shape.items!;
    const item = shapeOf();
    const keys = (one: Target): unknown[] => ['id', 'name', 'key'].map((name) => item.props?.[name]?.get?.(one));
    const items = list(parent);
    const found = typeof key === 'number' ? items[key] : items.find((one) => keys(one).includes(key));
    if (!found) throw hostError('ItemNotFound', `${shape.name} ${String(key)}`);
    return { shape: item, target: found };
  }

  private require(set: string, what: string): void {
    if (!this.host.supports(set)) throw hostError('ApiNotFound', `${what} needs ExcelApi ${set}`);
  }
}

function alive(shape: AnyShape, target: Target | null): Target {
  if (target === null) throw hostError('InvalidObjectPath', `${shape.name} is a null object`);
  if (shape.alive && !shape.alive(target)) throw hostError('ItemNotFound', `${shape.name} is gone`);
  return target;
}

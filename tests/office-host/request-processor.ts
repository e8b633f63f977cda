import { setNumber, type ApiReference, type ClassReference } from './api-reference';
import { ExcelObject, NULL_OBJECT, type NullObject } from './excel-object';
import { ExcelRefusal, refuse, refuseUnmodelled } from './refusal';
import type { ExcelProfile } from './profile';
import {
  ACTION,
  NATIVE_ERROR,
  PATH,
  type ArgumentInfo,
  type Json,
  type NativeAnswer,
  type WireAction,
  type WireError,
  type WirePath,
  type WireRequest,
} from './wire';

/** How a message is made to fail, for tests of what a failure leaves behind. */
export type Fault =
  /** Refused before anything is done. */
  | { readonly kind: 'before'; readonly code: string | number }
  /** Done, but the answer never arrives. */
  | { readonly kind: 'after'; readonly code: string | number }
  /** The actions before this one are done, this one is refused. */
  | { readonly kind: 'at'; readonly action: number; readonly code: string };

/** What the processor needs to know of the workbook that it drives. */
export interface ProcessedWorkbook {
  readonly root: ExcelObject;
  /** Objects made by name instead of by path. */
  create(name: string): ExcelObject | undefined;
  /** Grows with every change. */
  readonly version: number;
  beginMessage(): void;
  endMessage(hasChanged: boolean): void;
}

export interface MessageCount {
  messages: number;
  /** Of them: what Office.js sends by itself, to say that it is ready and to give back what it kept. */
  ofOfficeJs: number;
  requestBytes: number;
  answerBytes: number;
  largestRequest: number;
  largestAnswer: number;
}

type Target = ExcelObject | NullObject;

/**
 * Answers the messages of Office.js. It knows nothing of Excel: it follows paths and runs actions by name on the objects
 * of a workbook, checks every member against what Office.js itself knows of the class, and refuses what is not modelled.
 */
export class RequestProcessor {
  readonly count: MessageCount = newCount();
  /** Known once Office.js is loaded: its first message, which says that it is ready, comes before. */
  reference: ApiReference = new Map();
  /** Asked before each message; its index counts from the last `resetCount`. */
  faultFor: ((index: number, request: WireRequest) => Fault | undefined) | undefined;
  /** Every message is refused so, until it is taken away: a dialog or a cell that is being edited. */
  busyWith: number | undefined;
  /** Answers never come. */
  isSilent = false;
  /** Called after a message was worked on. */
  afterMessage: ((request: WireRequest, hasChanged: boolean, index: number) => void) | undefined;
  /** Called before a message is worked on: what a person does in the middle of a refresh. */
  beforeMessage: ((index: number) => void) | undefined;

  /**
   * What was asked of the stand-in that it does not model, or that it got wrong: not an answer of Excel, so a test that
   * leaves anything here has proven nothing.
   */
  readonly complaints: string[] = [];

  private paths: WireRequest['ObjectPaths'] = {};
  private objects = new Map<number, Target>();
  private readonly kept = new Map<string, ExcelObject>();
  private nextReference = 1;
  private readonly newestSet: number;

  constructor(
    private workbook: ProcessedWorkbook,
    private readonly profile: ExcelProfile,
  ) {
    this.newestSet = setNumber(profile.excelApi);
  }

  /** Another workbook is opened; what was kept of the one before is gone. */
  open(workbook: ProcessedWorkbook): void {
    this.workbook = workbook;
    this.kept.clear();
  }

  /** Objects that Office.js keeps beyond a message. */
  get keptCount(): number {
    return this.kept.size;
  }

  resetCount(): void {
    Object.assign(this.count, newCount());
  }

  answer(text: string): NativeAnswer | Promise<NativeAnswer> {
    if (this.isSilent) return new Promise(() => undefined);
    const request = JSON.parse(text) as WireRequest;
    const index = this.count.messages++;
    if (isOfOfficeJs(request)) this.count.ofOfficeJs++;
    const requestBytes = byteLength(text);
    this.count.requestBytes += requestBytes;
    this.count.largestRequest = Math.max(this.count.largestRequest, requestBytes);
    this.beforeMessage?.(index);
    const fault = this.faultFor?.(index, request);
    if (fault?.kind === 'before') return refusedAnswer(fault.code);
    if (this.busyWith !== undefined) return { nativeError: this.busyWith };
    if (this.isTooLarge(requestBytes)) return { nativeError: NATIVE_ERROR.requestTooLarge };

    const versionBefore = this.workbook.version;
    const body = this.work(request, fault);
    this.afterMessage?.(request, this.workbook.version !== versionBefore, index);
    const answerBytes = byteLength(body);
    this.count.answerBytes += answerBytes;
    this.count.largestAnswer = Math.max(this.count.largestAnswer, answerBytes);
    if (fault?.kind === 'after') return refusedAnswer(fault.code);
    if (this.isTooLarge(answerBytes)) return { nativeError: NATIVE_ERROR.answerTooLarge };
    return { body };
  }

  private isTooLarge(bytes: number): boolean {
    return this.profile.maxMessageBytes !== undefined && bytes > this.profile.maxMessageBytes;
  }

  /** Runs the actions in order; the first refusal ends the message and leaves what was done before it. */
  private work(request: WireRequest, fault: Fault | undefined): string {
    this.paths = request.ObjectPaths;
    this.objects = new Map();
    const results: { ActionId: number; Value: unknown }[] = [];
    const traces: number[] = [];
    let error: WireError | undefined;
    const versionBefore = this.workbook.version;
    this.workbook.beginMessage();
    for (const [index, action] of request.Actions.entries()) {
      try {
        if (fault?.kind === 'at' && fault.action === index) refuse(fault.code);
        if (action.ActionType === ACTION.trace) traces.push(action.Id);
        const value = action.ActionType === ACTION.trace ? null : this.act(action);
        if (value !== undefined) results.push({ ActionId: action.Id, Value: value });
      } catch (refusal) {
        if (!(refusal instanceof ExcelRefusal) || refusal.code === 'NotImplemented')
          this.complaints.push(String(refusal));
        if (!(refusal instanceof ExcelRefusal)) {
          error = {
            Code: 'StandInBug',
            Message: String(refusal),
            Location: '',
            ActionIndex: index,
            HttpStatusCode: 500,
          };
          break;
        }
        error = {
          Code: refusal.code,
          Message: refusal.message,
          Location: refusal.location,
          ActionIndex: index,
          HttpStatusCode: refusal.code === 'ItemNotFound' ? 404 : refusal.code === 'ItemAlreadyExists' ? 409 : 400,
        };
        // Assumed: what the message did before the refusal stays done.
        break;
      }
    }
    this.workbook.endMessage(this.workbook.version !== versionBefore);
    return JSON.stringify({ Results: results, TraceIds: traces, ...(error ? { Error: error } : {}) });
  }

  private act(action: WireAction): unknown {
    const target = this.resolve(action.ObjectPathId);
    switch (action.ActionType) {
      case ACTION.instantiate:
        return isNull(target) ? null : identityOf(target);
      case ACTION.query:
        return isNull(target) ? null : this.query(target, action.QueryInfo ?? {});
      case ACTION.method:
        return isNull(target)
          ? null
          : plainResult(this.call(target, action.Name, this.argumentsOf(action.ArgumentInfo)));
      case ACTION.setProperty:
        // Assumed: a property set on a null object is refused so.
        if (isNull(target)) return refuse('InvalidOperation', undefined, action.Name);
        this.set(target, action.Name, this.argumentsOf(action.ArgumentInfo)[0]);
        return undefined;
      case ACTION.update:
        if (isNull(target)) return refuse('InvalidOperation');
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) {
          this.set(target, this.travellingName(target, name), value);
        }
        return undefined;
      case ACTION.queryAsJson:
        return isNull(target) ? null : camelCased(this.query(target, action.QueryInfo ?? {}));
      default:
        throw new Error(`the stand-in knows no action of type ${action.ActionType}`);
    }
  }

  // --- paths -------------------------------------------------------------------------------------------------------

  private resolve(id: number): Target {
    const known = this.objects.get(id);
    if (known) return alive(known);
    const path = this.paths[String(id)];
    if (!path) throw new Error(`Office.js sent no path ${id}`);
    const target = this.follow(path);
    if (path.T !== undefined && !isNull(target) && target.type !== path.T) {
      throw new Error(`Office.js takes path ${id} for ${path.T}, the stand-in gives ${target.type}`);
    }
    this.objects.set(id, target);
    return alive(target);
  }

  private follow(path: WirePath): Target {
    switch (path.ObjectPathType) {
      case PATH.global:
        return this.workbook.root;
      case PATH.newObject:
        return this.workbook.create(path.Name) ?? refuseUnmodelled(path.Name, 'newObject');
      case PATH.reference:
        return this.kept.get(path.Name) ?? refuse('InvalidReference');
      case PATH.nullObject:
        return NULL_OBJECT;
    }
    const parent = this.resolve(path.ParentObjectPathId!);
    if (isNull(parent)) return NULL_OBJECT;
    switch (path.ObjectPathType) {
      case PATH.method: {
        const result = this.call(parent, path.Name, this.argumentsOf(path.ArgumentInfo));
        return result as Target;
      }
      case PATH.property:
        this.checkNavigation(parent, path.Name);
        return this.get(parent, path.Name) as Target;
      case PATH.indexer:
        if (!parent.has('Indexer')) return refuseUnmodelled(parent.type, 'getItem');
        return this.invoke(parent, 'Indexer', 'getItem', this.argumentsOf(path.ArgumentInfo)) as Target;
      default:
        throw new Error(`the stand-in knows no path of type ${path.ObjectPathType}`);
    }
  }

  private argumentsOf(info: ArgumentInfo | undefined): unknown[] {
    const references = info?.ReferencedObjectPathIds;
    const deep = (value: Json): unknown => {
      if (typeof value !== 'object' || value === null) return value;
      if (Array.isArray(value)) return references ? value.map(deep) : value;
      const path = (value as { _ObjectPathId?: number })._ObjectPathId;
      if (path !== undefined) return this.resolve(path);
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, deep(one as Json)]));
    };
    const pick = (value: Json, reference: Json): unknown => {
      if (Array.isArray(reference)) {
        return (value as readonly Json[]).map((one, index) => pick(one, reference[index] as Json));
      }
      return typeof reference === 'number' && reference > 0 ? this.resolve(reference) : deep(value);
    };
    const values = (info?.Arguments ?? []).map((value, index) => pick(value, references?.[index]));
    // Optional arguments that were left out travel as null.
    while (values.length > 0 && (values[values.length - 1] ?? null) === null) values.pop();
    return values;
  }

  // --- members -----------------------------------------------------------------------------------------------------

  private classOf(target: ExcelObject): ClassReference | undefined {
    return this.reference.get(target.type);
  }

  private checkSet(target: ExcelObject, member: string, since: number): void {
    if (since > this.newestSet) refuse('ApiNotFound', undefined, `${target.type}.${member}`);
  }

  private checkNavigation(target: ExcelObject, name: string): void {
    const known = this.classOf(target)?.navigations.get(name);
    if (!known) throw new Error(`Office.js has no navigation ${target.type}.${name}`);
    this.checkSet(target, known.name, known.since);
  }

  private get(target: ExcelObject, name: string): unknown {
    if (!target.has(name)) return refuseUnmodelled(target.type, name);
    return target.member(name);
  }

  private set(target: ExcelObject, sentName: string, value: unknown): void {
    const name = SENT_AS[`${target.type}.${sentName}`] ?? sentName;
    const known = this.classOf(target)?.scalars.get(name);
    if (!known) throw new Error(`Office.js has no property ${target.type}.${name}`);
    const location = `${target.type}.${known.name}`;
    if (!known.isWritable) refuse('InvalidArgument', 'The property is read-only.', location);
    this.checkSet(target, known.name, known.since);
    if (!target.has(name)) refuseUnmodelled(target.type, name);
    located(location, () => {
      (target as unknown as Record<string, unknown>)[name] = value;
    });
  }

  private call(target: ExcelObject, name: string, args: readonly unknown[]): unknown {
    if (name === '_KeepReference') {
      target.referenceId ??= `R${this.nextReference++}`;
      this.kept.set(target.referenceId, target);
      return undefined;
    }
    if (name === '_RemoveReference') {
      this.kept.delete(String(args[0]));
      return undefined;
    }
    const known = this.classOf(target)?.methods.get(name);
    if (known) this.checkSet(target, known.name, known.since);
    else if (this.classOf(target) && !name.startsWith('_')) {
      throw new Error(`Office.js has no method ${target.type}.${name}`);
    }
    return this.invoke(target, name, known?.name ?? name, args);
  }

  private invoke(target: ExcelObject, name: string, shownName: string, args: readonly unknown[]): unknown {
    const method = target.member(name);
    if (typeof method !== 'function') return refuseUnmodelled(target.type, name);
    return located(`${target.type}.${shownName}`, () => method.apply(target, args) as unknown);
  }

  private travellingName(target: ExcelObject, name: string): string {
    return this.classOf(target)?.travelling.get(name.toLowerCase()) ?? refuseUnmodelled(target.type, name);
  }

  // --- queries -----------------------------------------------------------------------------------------------------

  private query(target: ExcelObject, query: NonNullable<WireAction['QueryInfo']>): unknown {
    const tree: Tree = {};
    const add = (path: string): void => {
      let node = tree;
      for (const part of path.split(/[/.]/)) node = node[part] ??= {};
    };
    for (const path of query.Select ?? []) add(path);
    for (const path of query.Expand ?? []) add(`${path}/*`);
    return this.project(target, tree, query);
  }

  private project(target: Target, tree: Tree, query: NonNullable<WireAction['QueryInfo']>): unknown {
    if (isNull(target)) return null;
    const known = this.classOf(target);
    if (!known) throw new Error(`Office.js has no class ${target.type}`);
    const result: Record<string, unknown> = identityOf(target);
    if (known.isCollection) return this.projectCollection(target, known, tree, query, result);
    const parts = Object.keys(tree).length === 0 ? ['*'] : Object.keys(tree);
    for (const part of parts) {
      if (part === '*') {
        for (const name of known.scalars.keys()) {
          if (!name.startsWith('_') && target.has(name)) result[name] = target.member(name);
        }
        continue;
      }
      const name = this.travellingName(target, part);
      const scalar = known.scalars.get(name);
      if (scalar) {
        this.checkSet(target, scalar.name, scalar.since);
        result[name] = located(`${target.type}.${scalar.name}`, () => this.get(target, name));
      } else {
        this.checkNavigation(target, name);
        result[name] = this.project(this.get(target, name) as Target, tree[part]!, {});
      }
    }
    return result;
  }

  private projectCollection(
    target: ExcelObject,
    known: ClassReference,
    tree: Tree,
    query: NonNullable<WireAction['QueryInfo']>,
    result: Record<string, unknown>,
  ): unknown {
    const ofItems: Tree = {};
    let asksForItems = Object.keys(tree).length === 0;
    for (const [part, below] of Object.entries(tree)) {
      const own = known.travelling.get(part.toLowerCase());
      if (own) {
        result[own] = this.get(target, own);
      } else {
        ofItems[part] = below;
        asksForItems = true;
      }
    }
    if (!asksForItems) return result;
    const skip = query.Skip ?? 0;
    const items = (this.get(target, 'Items') as readonly ExcelObject[]).slice(skip, query.Top && skip + query.Top);
    result._Items = items.map((item, index) => {
      const projected = this.project(item, ofItems, {}) as Record<string, unknown>;
      if (projected.Id === undefined && projected._Id === undefined && projected._ReferenceId === undefined)
        projected._Index = index + skip;
      return projected;
    });
    return result;
  }
}

/** Office.js sends some properties under an older name than the one it reads them by. */
const SENT_AS: Readonly<Record<string, string>> = {
  'Worksheet.Gridlines': 'ShowGridlines',
  'Worksheet.Headings': 'ShowHeadings',
};

interface Tree {
  [part: string]: Tree;
}

/** Whether Office.js sends a message by itself: nobody waits for it and it changes nothing. */
export function isOfOfficeJs(request: WireRequest): boolean {
  return request.Actions.every(
    ({ ActionType, Name }) =>
      ActionType === ACTION.instantiate || Name === '_RemoveReference' || Name === 'NotifyActionHandlerReady',
  );
}

function isNull(target: Target): target is NullObject {
  return target === NULL_OBJECT;
}

function alive(target: Target): Target {
  return !isNull(target) && target.isGone ? refuse('ItemNotFound') : target;
}

function identityOf(target: ExcelObject): Record<string, unknown> {
  return {
    ...(target.has('Id') ? { Id: target.member('Id') } : {}),
    ...(target.has('_Id') ? { _Id: target.member('_Id') } : {}),
    ...(target.referenceId === undefined ? {} : { _ReferenceId: target.referenceId }),
  };
}

function plainResult(value: unknown): unknown {
  return value === undefined || value instanceof ExcelObject ? null : value;
}

function located<T>(location: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ExcelRefusal) error.location ??= location;
    throw error;
  }
}

function camelCased(value: unknown): unknown {
  if (Array.isArray(value) || value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) =>
      key === '_Items'
        ? ['items', (one as readonly unknown[]).map(camelCased)]
        : [key.startsWith('_') ? key : key[0]!.toLowerCase() + key.slice(1), camelCased(one)],
    ),
  );
}

function refusedAnswer(code: string | number): NativeAnswer {
  if (typeof code === 'number') return { nativeError: code };
  return {
    body: JSON.stringify({
      Results: [],
      TraceIds: [],
      Error: { Code: code, Message: new ExcelRefusal(code).message, ActionIndex: 0, HttpStatusCode: 400 },
    }),
  };
}

function newCount(): MessageCount {
  return { messages: 0, ofOfficeJs: 0, requestBytes: 0, answerBytes: 0, largestRequest: 0, largestAnswer: 0 };
}

const encoder = new TextEncoder();
const PIECE = 1 << 14;
const MOST_BYTES_A_UNIT = 3;
const scratch = new Uint8Array(PIECE * MOST_BYTES_A_UNIT);
const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;

/** In UTF-8, counted without keeping what was encoded: a message has megabytes. */
function byteLength(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length;) {
    let end = Math.min(text.length, at + PIECE);
    if (end < text.length && isHighSurrogate(text.charCodeAt(end - 1))) end--;
    bytes += encoder.encodeInto(text.slice(at, end), scratch).written;
    at = end;
  }
  return bytes;
}

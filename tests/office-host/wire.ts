/** Messages as Office.js sends them and wants them answered. */

export type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };

export interface ArgumentInfo {
  readonly Arguments?: readonly Json[];
  readonly ReferencedObjectPathIds?: readonly Json[];
}

export interface WireAction {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: {
    readonly Select?: readonly string[];
    readonly Expand?: readonly string[];
    readonly Skip?: number;
    readonly Top?: number;
  };
  readonly ObjectState?: Readonly<Record<string, Json>>;
}

export interface WirePath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
  /** The class that Office.js takes the object for; sent where `appendTypeNameToObjectPathInfo` is on. */
  readonly T?: string;
}

export interface WireRequest {
  readonly AutoKeepReference?: boolean;
  readonly Actions: readonly WireAction[];
  readonly ObjectPaths: Readonly<Record<string, WirePath>>;
}

export interface WireError {
  readonly Code: string;
  readonly Message: string;
  readonly Location: string | undefined;
  readonly ActionIndex: number;
  readonly HttpStatusCode: number;
}

export const ACTION = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  queryAsJson: 7,
  update: 9,
} as const;

export const PATH = {
  global: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nullObject: 7,
} as const;

/** What goes back through the native object: a body, or the native code of a refusal (5103, 5104, 5004 …). */
export type NativeAnswer = { readonly body: string } | { readonly nativeError: number };

export const NATIVE_ERROR = {
  cellEditing: 5004,
  requestTooLarge: 5103,
  answerTooLarge: 5104,
  connectionLost: 5010,
} as const;

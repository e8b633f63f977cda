/**
 * What Office.js itself knows of each class: members, whether they can be set, what they lead to and since which
 * requirement set. Read off the proxies of its debug build at run time, so that nothing of it is copied.
 */

export interface ScalarReference {
  readonly name: string;
  readonly isWritable: boolean;
  readonly since: number;
}

export interface NavigationReference {
  readonly name: string;
  readonly type: string;
  readonly since: number;
}

export interface MethodReference {
  readonly name: string;
  /** The class that it gives, where it gives an object. */
  readonly type: string | undefined;
  readonly since: number;
}

export interface ClassReference {
  readonly type: string;
  readonly isCollection: boolean;
  /** By the name that travels. */
  readonly scalars: ReadonlyMap<string, ScalarReference>;
  readonly navigations: ReadonlyMap<string, NavigationReference>;
  readonly methods: ReadonlyMap<string, MethodReference>;
  /** The name that travels of a scalar or navigation by its lower-case name. */
  readonly travelling: ReadonlyMap<string, string>;
}

export interface ApiReference {
  get(type: string): ClassReference | undefined;
}

interface ProxyPrototype {
  readonly _className: string;
  readonly _isCollection?: boolean;
  readonly _scalarPropertyNames?: readonly string[];
  readonly _scalarPropertyOriginalNames?: readonly string[];
  readonly _scalarPropertyUpdateable?: readonly boolean[];
}

/** `1.13` as 113, `1.9` as 109: sets compare as numbers. */
export function setNumber(version: string): number {
  const [major, minor] = version.split('.');
  return Number(major) * 100 + Number(minor ?? 0);
}

const ALWAYS = 0;

/** Each class is described when it is first asked for: there are hundreds, and a page uses few. */
export function readApiReference(excel: Readonly<Record<string, unknown>>): ApiReference {
  const prototypes = new Map<string, ProxyPrototype>();
  const described = new Map<string, ClassReference>();
  for (const key of Object.keys(excel)) {
    const prototype = (excel[key] as { prototype?: ProxyPrototype } | undefined)?.prototype;
    if (typeof excel[key] !== 'function' || !prototype || !('_className' in prototype)) continue;
    prototypes.set(prototype._className, prototype);
  }
  return {
    get(type) {
      const prototype = prototypes.get(type);
      if (prototype && !described.has(type)) described.set(type, describeClass(prototype));
      return described.get(type);
    },
  };
}

function describeClass(prototype: ProxyPrototype): ClassReference {
  const scalars = new Map<string, ScalarReference>();
  const navigations = new Map<string, NavigationReference>();
  const methods = new Map<string, MethodReference>();
  const names = readList<string>(prototype, '_scalarPropertyNames');
  const travelling = readList<string>(prototype, '_scalarPropertyOriginalNames');
  const writable = readList<boolean>(prototype, '_scalarPropertyUpdateable');
  names.forEach((name, index) => {
    const getter = Object.getOwnPropertyDescriptor(prototype, name)?.get;
    scalars.set(travelling[index] ?? name, {
      name,
      isWritable: Boolean(writable[index]),
      since: getter ? sinceOf(getter.toString()) : ALWAYS,
    });
  });
  for (const name of Object.getOwnPropertyNames(prototype)) {
    const descriptor = Object.getOwnPropertyDescriptor(prototype, name)!;
    if (descriptor.get) {
      const source = descriptor.get.toString();
      const found = /_createPropertyObject\(\w+\.(\w+),\s*this,\s*"(\w+)"/.exec(source);
      if (found) navigations.set(found[2]!, { name, type: found[1]!, since: sinceOf(source) });
    } else if (typeof descriptor.value === 'function' && name !== 'constructor') {
      addMethod(methods, name, String(descriptor.value));
    }
  }
  const lower = [...scalars.keys(), ...navigations.keys()].map((one) => [one.toLowerCase(), one] as const);
  return {
    type: prototype._className,
    isCollection: prototype._isCollection === true,
    scalars,
    navigations,
    methods,
    travelling: new Map(lower),
  };
}

function addMethod(methods: Map<string, MethodReference>, name: string, source: string): void {
  const object = /_createMethodObject\(\w+\.(\w+),\s*this,\s*"(\w+)"/.exec(source);
  const call = /_invokeMethod\(this,\s*"(\w+)"/.exec(source);
  const result = /FunctionResult[\s\S]*?"(\w+)"/.exec(source);
  if (object) methods.set(object[2]!, { name, type: object[1]!, since: sinceOf(source) });
  else if (call) methods.set(call[1]!, { name, type: undefined, since: sinceOf(source) });
  else if (result) methods.set(result[1]!, { name, type: 'FunctionResult', since: sinceOf(source) });
}

/** The requirement set that a proxy checks for; members without a check have been there from the first. */
function sinceOf(source: string): number {
  const found = /_throwIfApiNotSupported\("[^"]+",\s*_defaultApiSetName,\s*"([^"]+)"/.exec(source);
  return found ? setNumber(found[1]!) : ALWAYS;
}

function readList<T>(prototype: ProxyPrototype, name: string): readonly T[] {
  // A getter of the prototype throws where it wants an instance: then the class has none of these.
  try {
    return ((prototype as unknown as Record<string, unknown>)[name] as readonly T[] | undefined) ?? [];
  } catch {
    return [];
  }
}

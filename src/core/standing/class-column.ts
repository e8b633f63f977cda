import type { Text } from '../../i18n/text';
import { known, type Missing, type Outcome } from '../model/outcome';
import type { ClassValue } from './client-classes';

/** A class without the reason that one client has it for. */
export type BareClass = Pick<ClassValue, 'code' | 'value'>;

/**
 * The classes of all clients in one scheme: a number a client, and what it stands for once. Thousands of clients have one of a few
 * classes; why a client has its own is asked of the scheme again when somebody reads it.
 */
export class ClassColumn {
  private readonly kindOf: Int32Array;
  private readonly kinds: Outcome<BareClass>[] = [];
  private readonly byCode = new Map<string, number[]>();
  private readonly unknown: number[] = [];

  constructor(
    clients: number,
    private readonly classify: (client: number) => Outcome<ClassValue>,
  ) {
    this.kindOf = new Int32Array(clients);
    for (let client = 0; client < clients; client++) this.kindOf[client] = this.kindNumber(classify(client));
  }

  /** Without its reason. */
  bareAt(client: number): Outcome<BareClass> {
    return this.kinds[this.kindOf[client]!]!;
  }

  at(client: number): Outcome<ClassValue> {
    const kind = this.bareAt(client);
    return kind.known ? known(new ClassOfClient(kind.value, client, this.classify)) : kind;
  }

  private kindNumber(found: Outcome<ClassValue>): number {
    if (!found.known) {
      for (const kind of this.unknown) if (isSameReason(found.why, this.kinds[kind]!)) return kind;
      this.unknown.push(this.kinds.length);
      return this.kinds.push(found) - 1;
    }
    const { code, value } = found.value;
    const ofCode = this.byCode.get(code) ?? [];
    for (const kind of ofCode) if (isSameText(value, this.kinds[kind]!)) return kind;
    this.byCode.set(code, [...ofCode, this.kinds.length]);
    return this.kinds.push(known({ code, value })) - 1;
  }
}

class ClassOfClient implements ClassValue {
  constructor(
    private readonly bare: BareClass,
    private readonly client: number,
    private readonly classify: (client: number) => Outcome<ClassValue>,
  ) {}

  get code(): string {
    return this.bare.code;
  }

  get value(): Text {
    return this.bare.value;
  }

  get reason(): Text {
    const found = this.classify(this.client);
    if (!found.known) throw new Error(`client ${this.client} has lost its class ${this.bare.code}`);
    return found.value.reason;
  }
}

function isSameText(value: Text, kind: Outcome<BareClass>): boolean {
  return (
    kind.known && (kind.value.value === value || (kind.value.value.zh === value.zh && kind.value.value.en === value.en))
  );
}

function isSameReason(why: Missing, kind: Outcome<BareClass>): boolean {
  if (kind.known) return false;
  if (kind.why === why) return true;
  if (kind.why.reason !== why.reason) return false;
  for (const field in why) if (why[field as keyof Missing] !== kind.why[field as keyof Missing]) return false;
  return true;
}

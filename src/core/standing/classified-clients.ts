import type { Text } from '../../i18n/text';
import type { Outcome } from '../model/outcome';
import { ClassColumn } from './class-column';
import type { ClassGround, ClassScheme, ClassValue } from './client-classes';

export interface ClassifiedClient {
  readonly client: number;
  /** Parallel to the schemes: never two values of one scheme. */
  readonly classes: readonly Outcome<ClassValue>[];
  /** One of them, where the others are not wanted. */
  classAt(scheme: number): Outcome<ClassValue>;
  /** 003-19 */
  readonly strategy: Text;
}

/** Every client in every scheme. */
export function classifyClients(schemes: readonly ClassScheme[], ground: ClassGround): readonly ClassColumn[] {
  return schemes.map((scheme) => new ClassColumn(ground.figures.length, (client) => scheme.classify(client, ground)));
}

/** One client of the columns; its strategy is worded when somebody reads it. */
export class ClientOfColumns implements ClassifiedClient {
  constructor(
    readonly client: number,
    private readonly columns: readonly ClassColumn[],
    private readonly wordStrategy: (client: number) => Text,
  ) {}

  get classes(): readonly Outcome<ClassValue>[] {
    return this.columns.map((column) => column.at(this.client));
  }

  classAt(scheme: number): Outcome<ClassValue> {
    return this.columns[scheme]!.at(this.client);
  }

  get strategy(): Text {
    return this.wordStrategy(this.client);
  }
}

import type { Text } from '../../../i18n/text';
import type { FieldPath, SheetKind } from '../../fields/define-fields';
import type { SheetMap } from '../column-map';

/** What a column may be, by what stands in it. */
export interface ProposedColumn {
  readonly column: number;
  readonly letter: string;
  /** '' where it has none. */
  readonly header: string;
  readonly field: FieldPath;
  readonly label: Text;
  /** 0–1; a header says at least 0.6. */
  readonly confidence: number;
  readonly why: Text;
  readonly samples: readonly string[];
}

/** What a sheet may be whose headers do not tell: nothing is read by it until somebody agrees. */
export interface Proposal {
  readonly kind: SheetKind;
  readonly title: Text;
  readonly columns: readonly ProposedColumn[];
  /** The map that takes the proposal as it stands. */
  readonly map: SheetMap;
}

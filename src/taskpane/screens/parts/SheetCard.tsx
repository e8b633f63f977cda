import { IconButton } from 'office-ui-fabric-react/lib/Button';
import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import React, { useState } from 'react';
import type { KindOption, SheetView } from '../../../app/desk/desk';
import { wordNumber, wordPercent } from '../../../i18n/wording';
import type { FieldPath, SheetKind } from '../../../ingest/fields/define-fields';
import type { MappedColumn } from '../../../ingest/recognise/inspection';
import { changeColumn, changeKind } from '../../change-map';
import { MESSAGES } from '../../messages';
import { ProposedColumns } from './ProposedColumns';
import { usePaneContext } from '../../pane-context';
import { useSay } from '../../say';

const SURE = 0.75;
const READABLE = 0.9;
const IGNORE = 'ignore';
const UNUSED = '-';

interface SheetCardProps {
  readonly sheet: SheetView;
  /** Shows its columns at once: there is something to be said of them before anything can go on. */
  readonly opens?: boolean;
}

/** A sheet: what it was taken for, and on demand what each column stands for. */
export function SheetCard({ sheet, opens = false }: SheetCardProps): React.ReactElement {
  const { state, actions, theme } = usePaneContext();
  const say = useSay();
  const [isOpen, setOpen] = useState(opens);
  const kinds = state.workbook?.kinds ?? [];
  const taken = sheet.kind ?? sheet.likely;
  const kind = kinds.find((one) => one.kind === taken);
  const line = { borderColor: theme.tones.line };
  const isSure = sheet.confidence >= SURE;
  return (
    <section className="card" style={line} aria-label={sheet.name}>
      <div className="card-head">
        <div>
          <div>
            <span className="card-name">{sheet.name}</span>
            {kind && ` · ${say(kind.title)}`}
          </div>
          <div className="small" style={{ color: theme.tones.muted }}>
            {sheet.kind ? (
              <>
                {say(MESSAGES.rowsCount, { count: wordNumber(sheet.rows) })}
                {' · '}
                <span {...(!isSure && { style: { color: theme.tones.watch } })}>
                  {say(MESSAGES.confidence, { percent: wordPercent(sheet.confidence, 0) })}
                  {!isSure && ` ▲ ${say(MESSAGES.uncertain)}`}
                </span>
              </>
            ) : (
              sheet.why && say(sheet.why)
            )}
          </div>
        </div>
        <IconButton
          iconProps={{ iconName: isOpen ? 'ChevronUp' : 'ChevronDown' }}
          ariaLabel={say(isOpen ? MESSAGES.collapseSheet : MESSAGES.expandSheet, { sheet: sheet.name })}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        />
      </div>
      {isOpen && (
        <div className="card-body" style={line}>
          {sheet.proposal && <ProposedColumns proposal={sheet.proposal} />}
          <Dropdown
            label={say(MESSAGES.sheetIs)}
            selectedKey={taken ?? IGNORE}
            options={[
              { key: IGNORE, text: say(MESSAGES.sheetIgnored) },
              ...kinds.map((one) => ({ key: one.kind, text: say(one.title) })),
            ]}
            onChange={(_, option) =>
              option && actions.map(changeKind(state.choices.columnMap, sheet, option.key as SheetKind | 'ignore'))
            }
          />
          {sheet.missing.length > 0 && (
            <p style={{ color: theme.tones.bad }}>
              ■ {say(MESSAGES.columnsMissing)}: {sheet.missing.map((text) => say(text)).join(', ')}
            </p>
          )}
          <ul className="plain-list">
            {sheet.columns.map((column) => (
              <ColumnRow key={column.column} sheet={sheet} column={column} kind={kind} />
            ))}
          </ul>
          {sheet.absent.length > 0 && (
            <p className="small" style={{ color: theme.tones.muted }}>
              {say(MESSAGES.columnsAbsent)}:{' '}
              {sheet.absent.map((text) => say(text)).join(state.lang === 'zh' ? '、' : ', ')}
            </p>
          )}
        </div>
      )}
    </section>
  );
}

interface ColumnRowProps {
  readonly sheet: SheetView;
  readonly column: MappedColumn;
  readonly kind: KindOption | undefined;
}

function ColumnRow({ sheet, column, kind }: ColumnRowProps): React.ReactElement {
  const { state, actions, theme } = usePaneContext();
  const say = useSay();
  const [isEditing, setEditing] = useState(false);
  const header = column.header === '' ? column.letter : column.header;
  const isDoubtful = column.parseShare !== undefined && column.parseShare < READABLE;
  return (
    <li className="row" style={{ borderColor: theme.tones.line }}>
      <div className="grow">
        <div>
          <span className="small" style={{ color: theme.tones.muted }}>
            {column.letter}
          </span>{' '}
          {header}
          {' → '}
          {column.label ? <strong>{say(column.label)}</strong> : <em>{say(MESSAGES.columnUnused)}</em>}
        </div>
        {column.samples.length > 0 && (
          <div className="small" style={{ color: theme.tones.muted }}>
            {say(MESSAGES.columnSamples, {
              samples: column.samples.slice(0, 3).join(state.lang === 'zh' ? '、' : ', '),
            })}
          </div>
        )}
        {isDoubtful && (
          <div className="small" style={{ color: theme.tones.watch }}>
            ▲ {say(MESSAGES.columnUnreadable, { percent: wordPercent(column.parseShare ?? 0, 0) })}
          </div>
        )}
        {isEditing && kind && (
          <Dropdown
            label={say(MESSAGES.columnMeans, { header })}
            selectedKey={column.field ?? UNUSED}
            options={[
              { key: UNUSED, text: say(MESSAGES.columnUnused) },
              ...kind.fields.map(({ path, label }) => ({ key: path, text: say(label) })),
            ]}
            onChange={(_, option) => {
              if (!option) return;
              setEditing(false);
              const field = option.key === UNUSED ? undefined : (option.key as FieldPath);
              actions.map(changeColumn(state.choices.columnMap, sheet, column, field));
            }}
          />
        )}
      </div>
      {kind && (
        <IconButton
          iconProps={{ iconName: 'Edit' }}
          ariaLabel={say(MESSAGES.columnChange, { header })}
          aria-expanded={isEditing}
          onClick={() => setEditing(!isEditing)}
        />
      )}
    </li>
  );
}

import { Spinner } from 'office-ui-fabric-react/lib/Spinner';
import React, { lazy, Suspense, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ListedSheet, SeenCell, SeenSheet, SeenStyle, WorkbookFile } from '../app/desk/workbook-file';
import { wordNumber } from '../i18n/wording';
import { useSay } from '../taskpane/say';
import type { PaneTheme } from '../taskpane/themes';
import { columnLetters } from '../workbook/address';
import { PAGE_WORDS } from './words';

const SheetChart = lazy(() => import('./SheetChart'));

export interface CellSpot {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

interface SheetViewerProps {
  readonly file: WorkbookFile;
  readonly sheets: readonly ListedSheet[];
  readonly theme: PaneTheme;
  /** The sheet that is shown, and the cell that is marked; without one the first report or sheet. */
  readonly spot?: CellSpot;
  readonly onSheet: (sheet: string) => void;
}

const bringIntoSight = (tab: HTMLButtonElement | null): void =>
  tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });

/** The workbook to look at: sheet tabs below, one sheet above; nothing can be typed. */
export function SheetViewer({ file, sheets, theme, spot, onSheet }: SheetViewerProps): React.ReactElement {
  const say = useSay();
  const shown = sheets.find(({ name }) => name === spot?.sheet) ?? sheets.find(({ isReport }) => isReport) ?? sheets[0];
  const [look, setLook] = useState<{ readonly id: string; readonly sheet: SeenSheet }>();
  useEffect(() => {
    if (!shown) return undefined;
    let isWanted = true;
    void file.lookAt(shown.id).then((sheet) => {
      if (isWanted) setLook({ id: shown.id, sheet });
    });
    return () => {
      isWanted = false;
    };
  }, [file, shown]);
  const [isFitted, setFitted] = useState(false);
  const moveTab = (event: React.KeyboardEvent, index: number): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = sheets[index + step];
    if (step === 0 || !next) return;
    onSheet(next.name);
    const tabs = event.currentTarget.parentElement?.children;
    (tabs?.[index + step] as HTMLElement | undefined)?.focus();
  };
  return (
    <>
      {look && look.id === shown?.id ? (
        <SheetGrid
          key={look.id}
          file={file}
          id={look.id}
          name={shown.name}
          look={look.sheet}
          isFitted={isFitted}
          {...(spot && spot.sheet === shown.name && { spot })}
        />
      ) : (
        <div className="grid">
          <Spinner label={say(PAGE_WORDS.reading)} styles={{ root: { padding: 24 }, label: { color: '#1f5a96' } }} />
        </div>
      )}
      {look && look.sheet.allRows > look.sheet.rows && (
        <p className="small" style={{ margin: '4px 12px' }}>
          {say(PAGE_WORDS.firstRows, { shown: wordNumber(look.sheet.rows), all: wordNumber(look.sheet.allRows) })}
        </p>
      )}
      <div className="sheet-foot" style={{ borderColor: theme.tones.line }}>
        <button
          type="button"
          className="sheet-fit"
          aria-pressed={isFitted}
          style={{ borderColor: theme.tones.line }}
          onClick={() => setFitted(!isFitted)}
        >
          {say(PAGE_WORDS.fitWidth)}
        </button>
        {sheets.length > MOST_TABS && (
          <SheetList sheets={sheets} {...(shown && { shown: shown.name })} onSheet={onSheet} />
        )}
        <div className="sheet-tabs" role="tablist" aria-label={say(PAGE_WORDS.sheets)}>
          {sheets.map(({ id, name, isReport }, index) => (
            <button
              key={id}
              ref={id === shown?.id ? bringIntoSight : undefined}
              type="button"
              role="tab"
              aria-selected={id === shown?.id}
              tabIndex={id === shown?.id ? 0 : -1}
              style={{ color: isReport ? theme.fabric.palette.themePrimary : undefined }}
              onClick={() => onSheet(name)}
              onKeyDown={(event) => moveTab(event, index)}
            >
              {name}
            </button>
          ))}
        </div>
      </div>
    </>
  );
}

/** More tabs than this run out of sight: then there is a list of all sheets beside them. */
const MOST_TABS = 8;

interface SheetListProps {
  readonly sheets: readonly ListedSheet[];
  readonly shown?: string;
  readonly onSheet: (sheet: string) => void;
}

/** Every sheet by name, the reports first: one pick instead of a long way along the tabs. */
function SheetList({ sheets, shown, onSheet }: SheetListProps): React.ReactElement {
  const say = useSay();
  const groups = [
    { label: PAGE_WORDS.reportSheets, sheets: sheets.filter(({ isReport }) => isReport) },
    { label: PAGE_WORDS.otherSheets, sheets: sheets.filter(({ isReport }) => !isReport) },
  ];
  return (
    <select
      className="sheet-list"
      aria-label={say(PAGE_WORDS.goToSheet)}
      value={shown ?? ''}
      onChange={(event) => onSheet(event.target.value)}
    >
      {groups
        .filter((group) => group.sheets.length > 0)
        .map((group) => (
          <optgroup key={group.label.en} label={say(group.label)}>
            {group.sheets.map(({ id, name }) => (
              <option key={id} value={name}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
    </select>
  );
}

const ROW_HEIGHT = 22;
const NUMBER_WIDTH = 48;
const LETTERS_HEIGHT = 20;
const CHUNK = 100;
/** Sheets up to this long are read whole at once, so that their wrapped lines have their height from the start. */
const WHOLE_ROWS = 600;
const MARGIN_ROWS = 20;
const WIDE_LETTER = 13;
const NARROW_LETTER = 7.2;

interface SheetGridProps {
  readonly file: WorkbookFile;
  readonly id: string;
  readonly name: string;
  readonly look: SeenSheet;
  /** As small as it takes for all columns that hold something to be seen at once. */
  readonly isFitted: boolean;
  readonly spot?: CellSpot;
}

/** Smaller than this nobody reads it: then it scrolls. */
const LEAST_ZOOM = 0.4;
/** A bar for scrolling down at the right. */
const BAR_WIDTH = 18;

type Chunks = ReadonlyMap<number, readonly (readonly SeenCell[])[]>;

function widthOfText(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += letter.charCodeAt(0) > 0x2e7f ? WIDE_LETTER : NARROW_LETTER;
  return (width * size) / 10;
}

function heightOf(cells: readonly SeenCell[], look: SeenSheet, widthOf: (cell: SeenCell) => number): number {
  return cells.reduce((height, cell) => {
    const style = look.styles[cell.style];
    const size = style?.size ?? 10;
    const room = Math.max(20, widthOf(cell) - 8);
    const lines = style?.wrap
      ? cell.text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOfText(line, size) / room)), 0)
      : 1;
    return Math.max(height, Math.max(1, lines) * size * 1.75 + 5);
  }, ROW_HEIGHT);
}

/** One sheet, only the rows in sight: scrolls as far as the sheet is long without holding it. */
function SheetGrid({ file, id, name, look, isFitted, spot }: SheetGridProps): React.ReactElement {
  const say = useSay();
  const scroller = useRef<HTMLDivElement>(null);
  const [chunks, setChunks] = useState<Chunks>(new Map());
  const asked = useRef(new Set<number>());
  const [view, setView] = useState({ top: 0, height: 800, width: 800 });
  const columns = Math.max(look.columns + 2, ...look.charts.map(({ to }) => to.column + 1), 8);
  const lefts = useMemo(() => {
    const all = [NUMBER_WIDTH];
    for (let column = 0; column < columns; column++) all.push(all[column]! + (look.widths[column] ?? 64));
    return all;
  }, [columns, look.widths]);
  const rows = Math.max(look.rows, ...look.charts.map(({ to }) => to.row + 2), 30);
  const spans = useMemo(
    () => new Map(look.merges.map((merge) => [`${merge.row}/${merge.column}`, merge])),
    [look.merges],
  );
  const widthOf = (row: number, cell: SeenCell): number => {
    const span = spans.get(`${row}/${cell.column}`)?.columns ?? 1;
    return (lefts[Math.min(columns, cell.column + span)] ?? 0) - lefts[cell.column]!;
  };
  const tops = useMemo(() => {
    const all = new Float64Array(rows + 1);
    for (let row = 0; row < rows; row++) {
      const cells = chunks.get(Math.floor(row / CHUNK))?.[row % CHUNK];
      all[row + 1] = all[row]! + (cells ? heightOf(cells, look, (cell) => widthOf(row, cell)) : ROW_HEIGHT);
    }
    return all;
  }, [rows, chunks, look, lefts]);

  const rowAt = (y: number): number => {
    let low = 0;
    let high = rows;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tops[middle + 1]! <= y) low = middle + 1;
      else high = middle;
    }
    return Math.min(low, rows - 1);
  };
  const filled = lefts[Math.min(columns, Math.max(1, look.columns))]!;
  const zoom = isFitted ? Math.max(LEAST_ZOOM, Math.min(1, (view.width - BAR_WIDTH) / filled)) : 1;
  const first = Math.max(0, rowAt(view.top / zoom) - MARGIN_ROWS);
  const last = Math.min(rows, rowAt((view.top + view.height) / zoom) + MARGIN_ROWS);

  useEffect(() => {
    const [from, to] = look.rows <= WHOLE_ROWS ? [0, look.rows] : [first, Math.min(last, look.rows)];
    for (let chunk = Math.floor(from / CHUNK); chunk * CHUNK < to; chunk++) {
      if (asked.current.has(chunk)) continue;
      asked.current.add(chunk);
      void file.readRows(id, chunk * CHUNK, (chunk + 1) * CHUNK).then((cells) => {
        setChunks((before) => new Map(before).set(chunk, cells));
      });
    }
  }, [file, id, look.rows, first, last]);

  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return undefined;
    const measure = (): void => setView({ top: box.scrollTop, height: box.clientHeight, width: box.clientWidth });
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(box);
    return () => watch.disconnect();
  }, []);

  useEffect(() => {
    if (!spot || !scroller.current) return;
    scroller.current.scrollTop = Math.max(0, (tops[spot.row] ?? 0) * zoom - 80);
    scroller.current.scrollLeft = Math.max(0, ((lefts[spot.column] ?? 0) - NUMBER_WIDTH) * zoom - 80);
    // Only where a cell is asked for: not when rows come in.
  }, [spot]);

  if (look.rows === 0 && look.charts.length === 0) {
    return (
      <div className="grid">
        <p style={{ padding: 24 }}>{say(PAGE_WORDS.emptySheet)}</p>
      </div>
    );
  }
  const width = lefts[columns]!;
  return (
    <div
      className="grid"
      ref={scroller}
      role="region"
      aria-label={say(PAGE_WORDS.sheet, { sheet: name })}
      tabIndex={0}
      onScroll={({ currentTarget: box }) =>
        setView({ top: box.scrollTop, height: box.clientHeight, width: box.clientWidth })
      }
    >
      <div className="grid-letters" style={{ width, zoom }} aria-hidden="true">
        <span style={{ width: NUMBER_WIDTH }} />
        {Array.from({ length: columns }, (_, column) => (
          <span key={column} style={{ width: lefts[column + 1]! - lefts[column]! }}>
            {columnLetters(column)}
          </span>
        ))}
      </div>
      <div className="grid-paper" style={{ height: tops[rows]!, width, zoom }}>
        {Array.from({ length: last - first }, (_, index) => {
          const row = first + index;
          const cells = chunks.get(Math.floor(row / CHUNK))?.[row % CHUNK] ?? [];
          return (
            <div
              key={row}
              className="grid-row"
              style={{
                top: tops[row]!,
                height: tops[row + 1]! - tops[row]!,
                width,
                ...(look.hasGridlines && { borderBottom: '1px solid #eef1f5', boxSizing: 'border-box' }),
              }}
            >
              <div className="grid-number" aria-hidden="true">
                {row + 1}
              </div>
              {cells.map((cell, at) => (
                <Cell
                  key={cell.column}
                  cell={cell}
                  style={look.styles[cell.style]}
                  left={lefts[cell.column]!}
                  width={widthOf(row, cell)}
                  room={(lefts[cells[at + 1]?.column ?? columns] ?? width) - lefts[cell.column]!}
                  isSpot={spot?.row === row && spot.column === cell.column}
                />
              ))}
            </div>
          );
        })}
        <Suspense fallback={null}>
          {look.charts.map((chart, index) => (
            <SheetChart
              key={index}
              chart={chart}
              box={{
                left: lefts[Math.min(columns, chart.from.column)]!,
                top: tops[Math.min(rows, chart.from.row)]!,
                width: lefts[Math.min(columns, chart.to.column)]! - lefts[Math.min(columns, chart.from.column)]!,
                height: tops[Math.min(rows, chart.to.row)]! - tops[Math.min(rows, chart.from.row)]!,
              }}
            />
          ))}
        </Suspense>
      </div>
      <span style={{ display: 'block', height: LETTERS_HEIGHT }} />
    </div>
  );
}

interface CellProps {
  readonly cell: SeenCell;
  readonly style: SeenStyle | undefined;
  readonly left: number;
  readonly width: number;
  /** Up to the next cell that shows something: text runs on as far. */
  readonly room: number;
  readonly isSpot: boolean;
}

function Cell({ cell, style, left, width, room, isSpot }: CellProps): React.ReactElement {
  const fill = cell.fill ?? style?.fill;
  const runsOn = !cell.isNumber && !style?.wrap && style?.align !== 'right' && style?.align !== 'center';
  return (
    <div
      className={`grid-cell${style?.wrap ? ' wraps' : ''}${isSpot ? ' is-spot' : ''}`}
      style={{
        left,
        width: runsOn && !fill ? Math.max(width, room) : width,
        background: fill,
        color: cell.color ?? style?.color,
        fontStyle: style?.italic ? 'italic' : undefined,
        fontWeight: (cell.bold ?? style?.bold) ? 600 : undefined,
        fontSize: style?.size ? `${(style.size / 10) * 13}px` : undefined,
        paddingLeft: style?.indent ? 4 + style.indent * 9 : undefined,
        textAlign: style?.align ?? (cell.isNumber ? 'right' : undefined),
        textDecoration: style?.underline ? 'underline' : undefined,
      }}
    >
      {cell.text}
    </div>
  );
}

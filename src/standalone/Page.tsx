import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { MessageBar, MessageBarType } from 'office-ui-fabric-react/lib/MessageBar';
import { Spinner, SpinnerSize } from 'office-ui-fabric-react/lib/Spinner';
import { Customizer } from 'office-ui-fabric-react/lib/Utilities';
import React, { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { describeFailure, type FailureInWords } from '../app/describe-failure';
import type { Desk } from '../app/desk/desk';
import { FORMAT_WORDS } from '../app/format-words';
import { langOf, type ShellTheme } from '../app/desk/shell';
import type { ListedSheet, NamedBlob, OpenedWorkbook, WorkbookFile } from '../app/desk/workbook-file';
import type { Lang } from '../i18n/lang';
import { parseAddress } from '../workbook/address';
import { HostError } from '../workbook/host-error';
import { App } from '../taskpane/App';
import { MESSAGES } from '../taskpane/messages';
import { LangContext, useSay } from '../taskpane/say';
import { useFocusAfter } from '../taskpane/use-focus';
import { themeOf, type PaneTheme } from '../taskpane/themes';
import type { Connection } from '../taskpane/use-pane';
import { nameApart } from './name-apart';
import { saveBlob, suggestName } from './save-blob';
import { SheetViewer, type CellSpot } from './SheetViewer';
import { PAGE_WORDS } from './words';
import './page.css';

interface PageProps {
  readonly desk: Desk;
  readonly file: WorkbookFile;
}

interface OpenFile extends OpenedWorkbook {
  readonly name: string;
  /** Files that are read with it. */
  readonly others: readonly string[];
  /** Counts up with every opening and refresh: what was shown before is stale. */
  readonly version: number;
  readonly opening: number;
}

const DARK = '(prefers-color-scheme: dark)';
const CONTRAST = '(forced-colors: active)';

const readTheme = (): ShellTheme => {
  const isContrast = window.matchMedia(CONTRAST).matches;
  return { isContrast, isDark: isContrast || window.matchMedia(DARK).matches };
};

const GETS = [PAGE_WORDS.getsOverview, PAGE_WORDS.getsCard, PAGE_WORDS.getsPlan, PAGE_WORDS.getsRest];

/** The page without Excel: the pane beside a viewer of the workbook that is open. */
export function Page({ desk, file }: PageProps): React.ReactElement {
  const [lang, setLang] = useState<Lang>(() => langOf(navigator.language));
  const [shellTheme, setShellTheme] = useState(readTheme);
  const listeners = useRef(new Set<(theme: ShellTheme) => void>());
  useEffect(() => {
    const change = (): void => {
      const next = readTheme();
      setShellTheme(next);
      listeners.current.forEach((listen) => listen(next));
    };
    const queries = [DARK, CONTRAST].map((query) => window.matchMedia(query));
    queries.forEach((query) => query.addEventListener('change', change));
    return () => queries.forEach((query) => query.removeEventListener('change', change));
  }, []);
  const theme = themeOf(shellTheme);
  useEffect(() => {
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
    document.body.style.background = theme.fabric.semanticColors.bodyBackground;
  }, [lang, theme]);
  return (
    <Customizer settings={{ theme: theme.fabric }}>
      <LangContext.Provider value={lang}>
        <Workplace
          desk={desk}
          file={file}
          theme={theme}
          lang={lang}
          onLang={setLang}
          onTheme={(listen) => listeners.current.add(listen)}
          shellTheme={shellTheme}
        />
      </LangContext.Provider>
    </Customizer>
  );
}

interface WorkplaceProps extends PageProps {
  readonly theme: PaneTheme;
  readonly shellTheme: ShellTheme;
  readonly lang: Lang;
  readonly onLang: (lang: Lang) => void;
  readonly onTheme: (listen: (theme: ShellTheme) => void) => void;
}

function Workplace({ desk, file, theme, shellTheme, lang, onLang, onTheme }: WorkplaceProps): React.ReactElement {
  const say = useSay();
  const [open, setOpen] = useState<OpenFile>();
  const [opening, setOpening] = useState<string>();
  const [failure, setFailure] = useState<FailureInWords>();
  const [isUnsaved, setUnsaved] = useState(false);
  const [saved, setSaved] = useState<string>();
  const [spot, setSpot] = useState<CellSpot>();
  /** A cell that was asked for and lies in a file that is read beside the one that is shown. */
  const [elsewhere, setElsewhere] = useState<{ readonly sheet: string; readonly cell: string }>();
  const [isDragging, setDragging] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const sheets = useRef<readonly ListedSheet[]>([]);
  sheets.current = open?.sheets ?? [];

  const take = useCallback(
    async (blob: Blob, name: string, others: readonly NamedBlob[] = []) => {
      setOpening([name, ...others.map((other) => other.name)].join(say(PAGE_WORDS.listComma)));
      setFailure(undefined);
      setElsewhere(undefined);
      try {
        const opened = await file.open(blob, others);
        setOpen((before) => ({
          name,
          others: others.map((other) => other.name),
          ...opened,
          version: (before?.version ?? 0) + 1,
          opening: (before?.opening ?? 0) + 1,
        }));
        setSpot(undefined);
        setUnsaved(false);
        setSaved(undefined);
      } catch (error) {
        setFailure(describeFailure(error));
      } finally {
        setOpening(undefined);
      }
    },
    [file, say],
  );

  const takeSample = async (): Promise<void> => {
    let sample: Blob;
    try {
      const answer = await fetch('assets/kelan-sample.xlsx');
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      sample = await answer.blob();
    } catch (error) {
      setFailure(describeFailure(new HostError('cannot-read', `the sample: ${String(error)}`, { cause: error })));
      return;
    }
    await take(sample, say(PAGE_WORDS.sampleName));
  };

  const refreshed = useCallback(async () => {
    const known = new Set(sheets.current.map(({ name }) => name));
    const listed = await file.relist();
    const first = listed.find(({ isReport, name }) => isReport && !known.has(name));
    setOpen((before) => before && { ...before, sheets: listed, version: before.version + 1 });
    if (first) setSpot({ sheet: first.name, row: 0, column: 0 });
    setUnsaved(true);
    setSaved(undefined);
  }, [file]);

  const connect = useMemo(
    () => (): Promise<Connection> =>
      Promise.resolve({
        desk,
        shell: {
          lang,
          theme: shellTheme,
          onThemeChange: onTheme,
          showCell: (sheet, cell) => {
            const range = parseAddress(cell);
            setElsewhere(sheets.current.some(({ name }) => name === sheet) ? undefined : { sheet, cell });
            setSpot({ sheet, row: range?.row ?? 0, column: range?.column ?? 0 });
            return Promise.resolve();
          },
          handOver: async (copy, name) => {
            await saveBlob(name, () => Promise.resolve(new Blob([copy])));
          },
        },
      }),
    // A connection stands for an opened file; the language and the colours of later are told to the pane otherwise.
    [desk, open?.opening],
  );

  // What was pressed to open a workbook is gone: the next Tab goes into the pane.
  const pane = useFocusAfter<HTMLDivElement>(open?.opening);

  const save = async (): Promise<void> => {
    if (!open) return;
    try {
      const name = await saveBlob(suggestName(open.name), () => file.save());
      if (name === undefined) return;
      setUnsaved(false);
      setSaved(name);
    } catch (error) {
      setFailure(describeFailure(error));
    }
  };

  /** In the order of their names: which of several is the first must not depend on how they were picked up. */
  const takeAll = (files: FileList | null): void => {
    const sorted = [...(files ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1));
    const names = nameApart(sorted.map(({ name }) => name));
    const [first, ...others] = sorted.map((blob, at): NamedBlob => ({ name: names[at]!, blob }));
    if (first) void take(first.blob, first.name, others);
  };

  const drop = (event: React.DragEvent): void => {
    event.preventDefault();
    setDragging(false);
    takeAll(event.dataTransfer.files);
  };
  const { bodyBackground, bodyText } = theme.fabric.semanticColors;
  const line = { borderColor: theme.tones.line };
  return (
    <div
      className="page"
      style={{ background: bodyBackground, color: bodyText }}
      onDragOver={(event) => {
        event.preventDefault();
        setDragging(true);
      }}
      onDragLeave={() => setDragging(false)}
      onDrop={drop}
    >
      <section className="page-head" style={line} aria-label={say(PAGE_WORDS.file)}>
        <h1>{say(PAGE_WORDS.title)}</h1>
        {open && <span className="page-name">{open.name}</span>}
        <span role="status" className="small" style={{ color: theme.tones.muted }}>
          {saved === undefined ? isUnsaved && say(PAGE_WORDS.unsaved) : say(PAGE_WORDS.saved, { name: saved })}
        </span>
        <span className="page-gap" />
        {open && (
          <>
            <DefaultButton text={say(PAGE_WORDS.open)} onClick={() => picker.current?.click()} />
            <PrimaryButton text={say(PAGE_WORDS.save)} disabled={!isUnsaved} onClick={() => void save()} />
          </>
        )}
        {!open && (
          <DefaultButton
            text={say(MESSAGES.switchLanguage)}
            title={say(MESSAGES.switchLanguageHint)}
            onClick={() => onLang(lang === 'zh' ? 'en' : 'zh')}
          />
        )}
        <input
          ref={picker}
          type="file"
          multiple
          accept=".xlsx,.xlsm,.xls,.xlsb,.ods,.et,.csv,.txt"
          hidden
          aria-label={say(PAGE_WORDS.open)}
          onChange={(event) => {
            takeAll(event.target.files);
            event.target.value = '';
          }}
        />
      </section>
      {open && open.others.length > 0 && (
        <MessageBar messageBarType={MessageBarType.info} isMultiline>
          {say(PAGE_WORDS.readTogether, { name: open.name, others: open.others.join(say(PAGE_WORDS.listComma)) })}
        </MessageBar>
      )}
      {elsewhere && (
        <MessageBar
          messageBarType={MessageBarType.info}
          onDismiss={() => setElsewhere(undefined)}
          dismissButtonAriaLabel={say(MESSAGES.dismiss)}
        >
          {say(PAGE_WORDS.elsewhere, elsewhere)}
        </MessageBar>
      )}
      {open?.convertedFrom && (
        <MessageBar messageBarType={MessageBarType.info} isMultiline>
          {say(PAGE_WORDS.converted, { format: say(FORMAT_WORDS[open.convertedFrom]) })}
        </MessageBar>
      )}
      {failure && (
        <MessageBar
          role="alert"
          messageBarType={MessageBarType.error}
          isMultiline
          onDismiss={() => setFailure(undefined)}
          dismissButtonAriaLabel={say(MESSAGES.dismiss)}
        >
          <strong>{say(failure.what)}</strong>
          <div>{say(failure.safe)}</div>
          <div>{say(failure.todo)}</div>
          <details>
            <summary>{say(MESSAGES.failureDetails)}</summary>
            <code>{failure.details}</code>
          </details>
        </MessageBar>
      )}
      {opening !== undefined && (
        <Spinner
          size={SpinnerSize.large}
          label={say(PAGE_WORDS.opening, { name: opening })}
          styles={{ root: { padding: 24 } }}
        />
      )}
      {open ? (
        <div className="page-body">
          <div ref={pane} tabIndex={-1} className="page-pane" style={line}>
            <App key={open.opening} connect={connect} onRefreshed={refreshed} onLang={onLang} canDownload />
          </div>
          <section className="page-book" aria-label={say(PAGE_WORDS.workbook)}>
            <SheetViewer
              key={open.version}
              file={file}
              sheets={open.sheets}
              theme={theme}
              {...(spot && { spot })}
              onSheet={(sheet) => setSpot({ sheet, row: 0, column: 0 })}
            />
          </section>
        </div>
      ) : (
        opening === undefined && (
          <main className="page-start">
            <div
              className="page-drop"
              style={{ borderColor: isDragging ? theme.fabric.palette.themePrimary : theme.tones.line }}
            >
              <h2>{say(PAGE_WORDS.dropHere)}</h2>
              <p>{say(PAGE_WORDS.intro)}</p>
              <PrimaryButton text={say(PAGE_WORDS.open)} onClick={() => picker.current?.click()} />
              <DefaultButton text={say(PAGE_WORDS.sample)} onClick={() => void takeSample()} />
              <h3>{say(PAGE_WORDS.gets)}</h3>
              <ul>
                {GETS.map((line) => (
                  <li key={line.en}>{say(line)}</li>
                ))}
              </ul>
            </div>
          </main>
        )
      )}
    </div>
  );
}

import { ActionButton, DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { Checkbox } from 'office-ui-fabric-react/lib/Checkbox';
import { ChoiceGroup } from 'office-ui-fabric-react/lib/ChoiceGroup';
import { Link } from 'office-ui-fabric-react/lib/Link';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import React, { useEffect, useRef, useState } from 'react';
import type { ShareableReport, ShareLevel, SharePreview, ShareResult } from '../../app/share/prepare-share-copy';
import { MESSAGES } from '../messages';
import { usePaneContext } from '../pane-context';
import { useSay } from '../say';
import { Traces } from './parts/Traces';

/** From the least to the most; a report goes where its own level is not above the chosen one. */
const LEVELS = ['open', 'internal', 'secret'] as const satisfies readonly ShareLevel[];
const LEVEL_WORDS = {
  open: MESSAGES.sendLevelOpen,
  internal: MESSAGES.sendLevelInternal,
  secret: MESSAGES.sendLevelSecret,
} as const;

const isAllowed = ({ from }: ShareableReport, level: ShareLevel): boolean =>
  LEVELS.indexOf(from) <= LEVELS.indexOf(level);

/** A copy of some reports for somebody else: what goes, how much it shows, for whom. */
export function SendScreen({ onBack }: { readonly onBack: () => void }): React.ReactElement {
  const { state, actions, theme } = usePaneContext();
  const say = useSay();
  const [level, setLevel] = useState<ShareLevel>('open');
  const [aliases, setAliases] = useState(false);
  const [forWhom, setForWhom] = useState('');
  const [reason, setReason] = useState('');
  const [left, setLeft] = useState<readonly string[]>([]);
  const [freeText, setFreeText] = useState<boolean>();
  const [onlyChanges, setOnlyChanges] = useState(false);
  const [preview, setPreview] = useState<SharePreview>();
  const [result, setResult] = useState<ShareResult>();
  const { workbook, data, job } = state;
  // Whoever opens the screen begins at its top, with the keyboard too.
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const off = new Set(
    data?.canAnalyse ? data.reports.filter((report) => report.state === 'off').map(({ id }) => id) : [],
  );
  const offered = (workbook?.shareable ?? []).filter(({ id }) => !off.has(id));
  const chosen = offered.filter((report) => isAllowed(report, level) && !left.includes(report.id)).map(({ id }) => id);
  const change =
    <T,>(set: (value: T) => void) =>
    (value: T): void => {
      set(value);
      setResult(undefined);
      setPreview(undefined);
    };
  const isTextCopied = freeText ?? level !== 'open';
  const wish = { reports: chosen, level, aliases, forWhom, reason, freeText: isTextCopied, onlyChanges };
  const make = async (): Promise<void> => setResult(await actions.share(wish));
  const look = async (): Promise<void> => setPreview(await actions.previewShare(wish));
  return (
    <div className="screen">
      <ActionButton iconProps={{ iconName: 'ChevronLeft' }} onClick={onBack} styles={{ root: { marginLeft: -8 } }}>
        {say(MESSAGES.back)}
      </ActionButton>
      <h2 ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
        {say(MESSAGES.send)}
      </h2>
      <p className="small" style={{ color: theme.tones.muted }}>
        {say(MESSAGES.sendIntro)}
      </p>
      <ChoiceGroup
        label={say(MESSAGES.sendLevel)}
        selectedKey={level}
        options={LEVELS.map((key) => ({ key, text: say(LEVEL_WORDS[key]) }))}
        onChange={(_, option) => option && change(setLevel)(option.key as ShareLevel)}
      />
      <div style={{ marginTop: 12 }}>
        <Checkbox
          label={say(MESSAGES.sendAliases)}
          checked={aliases}
          ariaDescribedBy="send-aliases"
          onChange={(_, isChecked) => change(setAliases)(isChecked ?? false)}
        />
        <div id="send-aliases" className="small" style={{ color: theme.tones.muted, paddingLeft: 28 }}>
          {say(MESSAGES.sendAliasesHint)}
        </div>
      </div>
      <div style={{ marginTop: 12 }}>
        <Checkbox
          label={say(MESSAGES.sendFreeText)}
          checked={isTextCopied}
          ariaDescribedBy="send-free-text"
          onChange={(_, isChecked) => change(setFreeText)(isChecked ?? false)}
        />
        <div id="send-free-text" className="small" style={{ color: theme.tones.muted, paddingLeft: 28 }}>
          {say(MESSAGES.sendFreeTextHint)}
        </div>
      </div>
      <div style={{ marginTop: 12 }}>
        <Checkbox
          label={say(MESSAGES.sendOnlyChanges)}
          checked={onlyChanges}
          onChange={(_, isChecked) => change(setOnlyChanges)(isChecked ?? false)}
        />
      </div>
      <TextField
        label={say(MESSAGES.sendForWhom)}
        value={forWhom}
        onChange={(_, words) => change(setForWhom)(words ?? '')}
      />
      <TextField
        label={say(MESSAGES.sendReason)}
        value={reason}
        onChange={(_, words) => change(setReason)(words ?? '')}
      />
      <h3>{say(MESSAGES.sendReports)}</h3>
      <ul className="plain-list">
        {offered.map((report) => (
          <li key={report.id} className="row" style={{ borderColor: theme.tones.line }}>
            <div className="grow">
              <Checkbox
                label={say(report.sheet)}
                checked={chosen.includes(report.id)}
                disabled={onlyChanges || !isAllowed(report, level)}
                onChange={(_, isChecked) =>
                  change(setLeft)(isChecked ? left.filter((id) => id !== report.id) : [...left, report.id])
                }
              />
            </div>
            {!isAllowed(report, level) && (
              <span className="small" style={{ color: theme.tones.muted }}>
                {say(MESSAGES.sendAbove)}
              </span>
            )}
          </li>
        ))}
      </ul>
      <DefaultButton
        text={say(MESSAGES.sendPreview)}
        disabled={job !== undefined}
        onClick={() => void look()}
        styles={{ root: { marginTop: 8, marginRight: 8 } }}
      />
      <PrimaryButton
        text={say(MESSAGES.sendMake)}
        disabled={(chosen.length === 0 && !onlyChanges) || job !== undefined}
        onClick={() => void make()}
        styles={{ root: { marginTop: 8 } }}
      />
      <div role="status" aria-live="polite">
        {preview && <Masked preview={preview} />}
        {result && <Outcome result={result} />}
      </div>
      <Traces />
    </div>
  );
}

/** Line by line what is other in the copy than in her sheets. */
function Masked({ preview }: { readonly preview: SharePreview }): React.ReactElement {
  const { theme } = usePaneContext();
  const say = useSay();
  if (preview.outcome === 'nothing')
    return (
      <>
        {preview.missing.map((text) => (
          <p key={text.en}>{say(text)}</p>
        ))}
      </>
    );
  const { lines, count } = preview;
  if (count === 0) return <p>{say(MESSAGES.sendPreviewNone)}</p>;
  return (
    <section>
      <p>{say(MESSAGES.sendPreviewCount, { count, shown: lines.length })}</p>
      <ul className="plain-list small">
        {lines.map(({ sheet, row, column, before, after }, index) => (
          <li key={index} className="row" style={{ borderColor: theme.tones.line }}>
            <div className="grow">
              <div style={{ color: theme.tones.muted }}>
                {say(MESSAGES.sendPreviewPlace, { sheet, row, column: say(column) })}
              </div>
              <div>
                <s>{before}</s> → {after}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Outcome({ result }: { readonly result: ShareResult }): React.ReactElement {
  const { state, actions, theme } = usePaneContext();
  const say = useSay();
  if (result.outcome === 'nothing')
    return (
      <div style={{ color: theme.tones.bad }}>
        <p>{say(MESSAGES.sendNothing)}</p>
        <ul>
          {result.missing.map((text) => (
            <li key={text.en}>{say(text)}</li>
          ))}
        </ul>
      </div>
    );
  const { file, fileName, sheets, notCopied, register, notes } = result;
  return (
    <section className="card" style={{ borderColor: theme.tones.line, marginTop: 12 }}>
      <div className="card-body" style={{ borderColor: theme.tones.line }}>
        <p>{say(MESSAGES.sendDone, { sheets: sheets.join(state.lang === 'zh' ? '、' : ', ') })}</p>
        <PrimaryButton text={say(MESSAGES.sendTake)} onClick={() => actions.handOver(file, fileName)} />
        {notCopied.length > 0 && (
          <>
            <p className="small">{say(MESSAGES.sendNotCopied)}</p>
            <ul className="small">
              {notCopied.map(({ sheet, why }) => (
                <li key={sheet.en}>
                  {say(sheet)}: {say(why)}
                </li>
              ))}
            </ul>
          </>
        )}
        {notes.map((text) => (
          <p key={text.en}>{say(text)}</p>
        ))}
        <p>
          <Link onClick={() => actions.showCell(register, 'A1')}>
            {say(MESSAGES.sendRegister, { sheet: register })}
          </Link>
        </p>
      </div>
    </section>
  );
}

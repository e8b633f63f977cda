import { Checkbox } from 'office-ui-fabric-react/lib/Checkbox';
import React from 'react';
import type { ReportState, ReportView } from '../../app/desk/desk';
import type { Text } from '../../i18n/text';
import { wordNumber } from '../../i18n/wording';
import { MESSAGES } from '../messages';
import { usePaneContext } from '../pane-context';
import { useSay } from '../say';
import { ReadFirst } from './parts/ReadFirst';
import { SinceField } from './parts/SinceField';
import { WayBack } from './parts/WayBack';

const STATE_WORDS: Readonly<Record<Exclude<ReportState, 'off'>, Text>> = {
  new: MESSAGES.reportNew,
  changed: MESSAGES.reportChanged,
  same: MESSAGES.reportSame,
};

type DataReports = readonly ReportView[];

/** Step three: what will be written, what not, and why. */
export function ReportsScreen(): React.ReactElement {
  const { state, actions, theme } = usePaneContext();
  const say = useSay();
  const { data, choices } = state;
  if (!data?.canAnalyse) return <ReadFirst />;
  const possible = data.reports.filter((report) => report.state !== 'off').map(({ id }) => id);
  const chosen =
    choices.reports ??
    data.reports.filter(({ state: report, isStandard }) => isStandard && report !== 'off').map(({ id }) => id);
  const isAll = possible.every((id) => chosen.includes(id));
  const pagesOf = (reports: DataReports): number =>
    reports.reduce((sum, { id, pages }) => sum + (chosen.includes(id) ? (pages ?? 0) : 0), 0);
  const paper = { all: pagesOf(data.reports), meeting: pagesOf(data.reports.filter((one) => one.isForMeeting)) };
  const choose = (ids: readonly string[]): void => actions.choose({ reports: ids });
  return (
    <div className="screen">
      <SinceField />
      <p>{say(MESSAGES.reportsIntro)}</p>
      {/* No third state: Fabric says it by an attribute that a native box must not have. */}
      <Checkbox
        label={say(MESSAGES.chooseAll)}
        checked={isAll}
        onChange={(_, isChecked) => choose(isChecked ? possible : [])}
      />
      {paper.all > 0 && <p className="small">{say(MESSAGES.paperTotal, paper)}</p>}
      <ul className="plain-list" style={{ marginTop: 8 }}>
        {data.reports.map(({ id, sheet, purpose, state: report, why, rows, pages }) => (
          <li key={id} className="row" style={{ borderColor: theme.tones.line }}>
            <div className="grow">
              <Checkbox
                label={say(sheet)}
                checked={report !== 'off' && chosen.includes(id)}
                disabled={report === 'off'}
                ariaDescribedBy={`purpose-${id}`}
                onChange={(_, isChecked) => choose(isChecked ? [...chosen, id] : chosen.filter((one) => one !== id))}
              />
              <div id={`purpose-${id}`} className="small" style={{ color: theme.tones.muted, paddingLeft: 28 }}>
                {report === 'off' && why ? say(MESSAGES.reportOff, { why }) : say(purpose)}
              </div>
            </div>
            {report !== 'off' && (
              <div className="small numbers" style={{ color: theme.tones.muted }}>
                <div>{say(STATE_WORDS[report])}</div>
                {rows !== undefined && <div>{say(MESSAGES.reportRows, { count: wordNumber(rows) })}</div>}
                {pages !== undefined && <div>{say(MESSAGES.reportPages, { count: pages })}</div>}
              </div>
            )}
          </li>
        ))}
      </ul>
      <WayBack />
    </div>
  );
}

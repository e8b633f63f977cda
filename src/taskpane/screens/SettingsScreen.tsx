import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import React, { useEffect, useState } from 'react';
import type { SettingView } from '../../app/desk/desk';
import { MESSAGES } from '../messages';
import { usePaneContext } from '../pane-context';
import { useSay } from '../say';
import { Presets } from './parts/Presets';
import { SettingField } from './parts/SettingField';
import { tryValues } from '../try-values';
import { WhatIf } from './parts/WhatIf';

/** Shown without asking: what decides tiers. The rest is found by search or under its family. */
const FIRST_SETTINGS = ['tier.rule', 'tier.cutOne', 'tier.cutTwo'];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Step two: period, thresholds, targets; what they come to is worked out in memory. */
export function SettingsScreen(): React.ReactElement {
  const { state, actions, theme } = usePaneContext();
  const say = useSay();
  const [query, setQuery] = useState('');
  const { workbook, choices } = state;
  const settings = workbook?.settings ?? [];
  const valueOf = (setting: SettingView): SettingView['value'] => {
    const chosen = choices.settings as Readonly<Record<string, SettingView['value']>> | undefined;
    return chosen?.[setting.id] ?? setting.value;
  };
  const { refused } = state;
  const takeBack = (id: string): void => {
    const { [id]: _gone, ...others } = refused;
    if (_gone) actions.refuse(others);
  };
  const change = (id: string, value: SettingView['value'], words: string): void => {
    const standing = Object.fromEntries(settings.map((setting) => [setting.id, valueOf(setting)]));
    const outcome = tryValues(standing, refused, { id, value, words });
    if (Object.keys(outcome.taken).length > 0) actions.choose({ settings: { ...choices.settings, ...outcome.taken } });
    actions.refuse(outcome.refused);
  };
  const fieldOf = (setting: SettingView): React.ReactElement => (
    <SettingField
      key={setting.id}
      setting={setting}
      value={valueOf(setting)}
      refused={refused[setting.id]}
      onChange={change}
      onRefuse={(id, words, why) => actions.refuse({ ...refused, [id]: { words, why } })}
      onTakeBack={takeBack}
    />
  );
  const first = settings.filter(({ id }) => FIRST_SETTINGS.includes(id));
  const others = settings.filter(({ id }) => !FIRST_SETTINGS.includes(id));
  const wanted = query.trim().toLowerCase();
  const found = others.filter(({ label, family, id }) =>
    `${label.zh} ${label.en} ${family.zh} ${family.en} ${id}`.toLowerCase().includes(wanted),
  );
  const families = [...new Set(found.map(({ family }) => family.en))];
  const changed = settings.filter((setting) => valueOf(setting) !== setting.default);
  const resetAll = (): void => {
    actions.refuse({});
    actions.choose({ settings: Object.fromEntries(settings.map((setting) => [setting.id, setting.default])) });
  };
  return (
    <div className="screen">
      <PeriodFields />
      {first.map(fieldOf)}
      <WhatIf />
      <Presets settings={settings} valueOf={valueOf} />
      <h2>{say(MESSAGES.moreSettings)}</h2>
      {changed.length > 0 && (
        <p className="small" style={{ color: theme.tones.muted }}>
          {say(MESSAGES.changedCount, { count: changed.length })}
        </p>
      )}
      <DefaultButton
        text={say(MESSAGES.resetAll)}
        disabled={changed.length === 0 && Object.keys(refused).length === 0}
        onClick={resetAll}
      />
      <TextField
        label={say(MESSAGES.settingSearch)}
        value={query}
        onChange={(_, next) => setQuery(next ?? '')}
        styles={{ root: { marginTop: 8 } }}
      />
      {families.map((family) => {
        const members = found.filter((setting) => setting.family.en === family);
        const words = `${say(members[0]!.family)} (${members.length})`;
        return (
          <FamilyOfSettings key={family} words={words} isOpen={wanted !== ''}>
            {() => members.map(fieldOf)}
          </FamilyOfSettings>
        );
      })}
    </div>
  );
}

interface FamilyProps {
  readonly words: string;
  readonly isOpen: boolean;
  readonly children: () => React.ReactNode;
}

/** A family of settings; its fields are made when it is opened. */
function FamilyOfSettings({ words, isOpen, children }: FamilyProps): React.ReactElement {
  const [isWanted, setWanted] = useState(false);
  return (
    <details open={isOpen || isWanted} onToggle={(event) => setWanted(event.currentTarget.open)}>
      <summary style={{ cursor: 'pointer', padding: '8px 0' }}>{words}</summary>
      {(isOpen || isWanted) && children()}
    </details>
  );
}

const AS_OF_ID = 'run.asOf';
const RANGE_ID = 'run.period';

/** A day as it would be written if it is one: 2025-02-30 becomes another. */
const isoOfText = (words: string): string => {
  const time = Date.parse(`${words}T00:00:00Z`);
  return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10);
};

const YEAR = /^year (\d{4})$/;

/** The period as a choice, the year or the two days beside it. */
function PeriodFields(): React.ReactElement {
  const { state, actions } = usePaneContext();
  const say = useSay();
  const { workbook, choices, data } = state;
  const period = choices.period ?? workbook?.period.en ?? 'last 12 months';
  const isRange = / to /.test(period) && period !== 'year to date';
  const [from = '', to = ''] = isRange ? period.split(' to ') : [];
  const [range, setRange] = useState({ from, to });
  const asOf = choices.asOf ?? workbook?.asOf ?? '';
  const lastYear = Number((data?.canAnalyse ? data.figures.asOf : asOf).slice(0, 4)) || undefined;
  const chosenYear = YEAR.exec(period)?.[1];
  const years = [
    ...new Set([
      ...(lastYear ? [lastYear, lastYear - 1, lastYear - 2] : []),
      ...(chosenYear === undefined ? [] : [Number(chosenYear)]),
    ]),
  ];
  const { refused } = state;
  const isDay = (day: string): boolean => DAY.test(day) && isoOfText(day) === day;
  const holdDay = (id: string, words: string): void =>
    actions.refuse({ ...refused, [id]: { words, why: MESSAGES.daysWrong } });
  const releaseDay = (id: string): void => {
    const { [id]: _gone, ...others } = refused;
    if (_gone) actions.refuse(others);
  };
  const wrong = (id: string): string => (refused[id] ? say(refused[id].why) : '');
  const changeRange = (next: { from: string; to: string }): void => {
    setRange(next);
    if (isDay(next.from) && isDay(next.to) && next.from <= next.to) {
      releaseDay(RANGE_ID);
      actions.choose({ period: `${next.from} to ${next.to}` });
    } else holdDay(RANGE_ID, `${next.from} ${next.to}`);
  };
  const [asOfWords, setAsOfWords] = useState(refused[AS_OF_ID]?.words ?? asOf);
  useEffect(() => setAsOfWords((words) => (isDay(words) || words === '' ? asOf : words)), [asOf]);
  const typeAsOf = (words: string): void => {
    setAsOfWords(words);
    if (words !== '' && !isDay(words)) return holdDay(AS_OF_ID, words);
    releaseDay(AS_OF_ID);
    if (words !== asOf) actions.choose({ asOf: words });
  };
  return (
    <>
      <Dropdown
        label={say(MESSAGES.period)}
        selectedKey={isRange ? 'range' : period}
        options={[
          { key: 'last 12 months', text: say(MESSAGES.periodLast12m) },
          { key: 'year to date', text: say(MESSAGES.periodYtd) },
          ...years.map((year) => ({ key: `year ${year}`, text: say(MESSAGES.periodYear, { year }) })),
          { key: 'all', text: say(MESSAGES.periodAll) },
          { key: 'range', text: say(MESSAGES.periodRange) },
        ]}
        onChange={(_, option) => {
          if (!option) return;
          releaseDay(RANGE_ID);
          if (option.key !== 'range') actions.choose({ period: String(option.key) });
          else if (data?.canAnalyse) changeRange({ from: data.figures.from, to: data.figures.to });
        }}
      />
      {isRange && (
        <div style={{ display: 'flex', gap: 8 }}>
          <TextField
            label={say(MESSAGES.from)}
            value={range.from}
            errorMessage={wrong(RANGE_ID)}
            onChange={(_, day) => changeRange({ ...range, from: day ?? '' })}
          />
          <TextField
            label={say(MESSAGES.to)}
            value={range.to}
            onChange={(_, day) => changeRange({ ...range, to: day ?? '' })}
          />
        </div>
      )}
      <TextField
        label={say(MESSAGES.asOf)}
        description={say(MESSAGES.asOfHint)}
        value={asOfWords}
        errorMessage={wrong(AS_OF_ID)}
        onChange={(_, day) => typeAsOf(day ?? '')}
      />
    </>
  );
}

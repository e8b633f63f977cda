import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import React from 'react';
import { MESSAGES } from '../../messages';
import { usePaneContext } from '../../pane-context';
import { useSay } from '../../say';

const SINCE = 'report.since';
/** As the settings write them; any other value is a day. */
const NAMED = {
  lastRefresh: MESSAGES.sinceLastRefresh,
  lastMonthEnd: MESSAGES.sinceLastMonthEnd,
  sameMonthLastYear: MESSAGES.sinceSameMonthLastYear,
} as const;

/** What 本期变动 is told against: by name, or a day of the history. */
export function SinceField(): React.ReactElement | null {
  const { state, actions } = usePaneContext();
  const say = useSay();
  const { workbook, choices } = state;
  if (!workbook || workbook.snapshots.length === 0) return null;
  const standing = workbook.settings.find(({ id }) => id === SINCE)?.value;
  const value = String(choices.settings?.[SINCE] ?? standing ?? '');
  const named = Object.entries(NAMED);
  const known = named.find(([name, { zh, en }]) =>
    [name, zh, en].some((words) => words.toLowerCase() === value.toLowerCase()),
  );
  const key = known?.[0] ?? (value === '' ? 'lastRefresh' : value);
  const days = workbook.snapshots.map(({ asOf, note }) => ({
    key: asOf,
    text: note === '' ? asOf : `${asOf} ${note}`,
  }));
  const isListed = named.some(([name]) => name === key) || days.some((day) => day.key === key);
  return (
    <Dropdown
      label={say(MESSAGES.since)}
      selectedKey={key}
      options={[
        ...named.map(([name, words]) => ({ key: name, text: say(words) })),
        ...(isListed ? [] : [{ key, text: value }]),
        ...days,
      ]}
      onChange={(_, option) =>
        option && actions.choose({ settings: { ...choices.settings, [SINCE]: String(option.key) } })
      }
      styles={{ root: { marginBottom: 12 } }}
    />
  );
}

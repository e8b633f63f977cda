import { IconButton } from 'office-ui-fabric-react/lib/Button';
import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import { Toggle } from 'office-ui-fabric-react/lib/Toggle';
import React, { useEffect, useState } from 'react';
import type { SettingView } from '../../../app/desk/desk';
import { fill, type Text } from '../../../i18n/text';
import { MESSAGES } from '../../messages';
import type { RefusedValue } from '../../pane-state';
import { useSay, type Say } from '../../say';

interface SettingFieldProps {
  readonly setting: SettingView;
  /** What is in force. */
  readonly value: SettingView['value'];
  /** What was typed over it and is not used. */
  readonly refused: RefusedValue | undefined;
  readonly onChange: (id: string, value: SettingView['value'], words: string) => void;
  /** Something that is no value of the setting stands in the field. */
  readonly onRefuse: (id: string, words: string, why: Text) => void;
  /** What was typed is taken back. */
  readonly onTakeBack: (id: string) => void;
}

/** Binary noise stays out of what a person sees: 0.07 × 100 is 7. */
const tidy = (value: number): number => Number(value.toPrecision(12));

/** A threshold with its unit, bounds and default; ratios are typed as percent. */
export function SettingField(props: SettingFieldProps): React.ReactElement {
  const say = useSay();
  const { setting, value, refused, onChange, onTakeBack } = props;
  const { id, label, options } = setting;
  const isChanged = value !== setting.default || refused !== undefined;
  const reset = isChanged && (
    <IconButton
      iconProps={{ iconName: 'Undo' }}
      ariaLabel={say(MESSAGES.resetOne, { label })}
      title={say(MESSAGES.settingDefault, { value: wordValue(setting, setting.default, say) })}
      onClick={() => {
        onTakeBack(id);
        onChange(id, setting.default, wordValue(setting, setting.default, say));
      }}
      styles={{ root: { marginTop: 29 } }}
    />
  );
  const field = (): React.ReactElement => {
    if (typeof value === 'boolean') {
      return (
        <Toggle
          label={say(label)}
          checked={value}
          onText={say(MESSAGES.yes)}
          offText={say(MESSAGES.no)}
          onChange={(_, isOn) => onChange(id, isOn ?? false, '')}
        />
      );
    }
    if (options) {
      return (
        <Dropdown
          label={say(label)}
          selectedKey={value}
          options={options.map((option) => ({ key: option.value, text: say(option.label) }))}
          onChange={(_, option) => option && onChange(id, String(option.key), option.text)}
        />
      );
    }
    return typeof value === 'number' ? (
      <NumberField {...props} value={value} />
    ) : (
      <WordsField label={say(label)} value={value} onCommit={(words) => onChange(id, words, words)} />
    );
  };
  return (
    <div style={{ display: 'flex', gap: 4, marginBottom: 4 }}>
      <div style={{ flex: 1, minWidth: 0 }}>{field()}</div>
      {reset}
    </div>
  );
}

/** Words are taken when she leaves the field or presses Enter: nothing is used while it is being typed. */
function WordsField({
  label,
  value,
  onCommit,
}: {
  readonly label: string;
  readonly value: string;
  readonly onCommit: (words: string) => void;
}): React.ReactElement {
  const [words, setWords] = useState(value);
  useEffect(() => setWords(value), [value]);
  const commit = (): void => {
    if (words !== value) onCommit(words);
  };
  return (
    <TextField
      label={label}
      value={words}
      onChange={(_, typed) => setWords(typed ?? '')}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  );
}

/**
 * A number is taken when she leaves the field or presses Enter; while it is being typed nothing is used (9 on the way to 999 is no
 * setting). What is wrong says so at once and holds Refresh; Escape takes it back.
 */
function NumberField(props: SettingFieldProps & { readonly value: number }): React.ReactElement {
  const { setting, value, refused, onChange, onRefuse, onTakeBack } = props;
  const say = useSay();
  const factor = setting.isRatio ? 100 : 1;
  const standing = String(tidy(value * factor));
  const [words, setWords] = useState(refused?.words ?? standing);
  const isRefused = refused !== undefined;
  useEffect(() => {
    if (!isRefused) setWords(standing);
  }, [standing, isRefused]);
  const type = (typed: string): void => {
    setWords(typed);
    const read = readTyped(setting, typed);
    if ('why' in read) onRefuse(setting.id, typed, read.why);
    else if (isRefused) onTakeBack(setting.id);
  };
  const commit = (): void => {
    const read = readTyped(setting, words);
    if ('value' in read && (read.value !== value || isRefused)) onChange(setting.id, read.value, words);
  };
  const takeBack = (): void => {
    setWords(standing);
    onTakeBack(setting.id);
  };
  return (
    <TextField
      label={say(setting.label)}
      value={words}
      suffix={setting.isRatio ? '%' : say(setting.unit)}
      errorMessage={refused ? say(MESSAGES.notUsed, { why: refused.why, value: wordValue(setting, value, say) }) : ''}
      onChange={(_, typed) => type(typed ?? '')}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        else if (event.key === 'Escape') takeBack();
      }}
    />
  );
}

/** The value of what was typed, or why it is none. */
function readTyped(setting: SettingView, typed: string): { readonly value: number } | { readonly why: Text } {
  const { bounds, isRatio } = setting;
  const next = tidy(Number(typed.normalize('NFKC').replace(/[,%\s]/g, '')) / (isRatio ? 100 : 1));
  if (typed.trim() === '' || !Number.isFinite(next) || (bounds && (next < bounds.min || next > bounds.max)))
    return {
      why: fill(MESSAGES.settingBounds, {
        min: wordNumberOf(setting, bounds?.min ?? 0),
        max: wordNumberOf(setting, bounds?.max ?? 0),
      }),
    };
  return bounds?.whole && !Number.isInteger(next) ? { why: MESSAGES.settingWhole } : { value: next };
}

const wordNumberOf = ({ isRatio }: SettingView, value: number): string =>
  isRatio ? `${tidy(value * 100)}%` : String(value);

/** A value as the pane says it. */
export function wordValue(setting: SettingView, value: SettingView['value'], say: Say): string {
  if (typeof value === 'boolean') return say(value ? MESSAGES.yes : MESSAGES.no);
  if (typeof value === 'number') return wordNumberOf(setting, value);
  const option = setting.options?.find((one) => one.value === value);
  return option ? say(option.label) : value;
}

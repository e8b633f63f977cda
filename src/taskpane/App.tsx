import { ActionButton } from 'office-ui-fabric-react/lib/Button';
import { Customizer } from 'office-ui-fabric-react/lib/Utilities';
import { Pivot, PivotItem } from 'office-ui-fabric-react/lib/Pivot';
import { SearchBox } from 'office-ui-fabric-react/lib/SearchBox';
import React, { useEffect, useMemo, useState } from 'react';
import type { Lang } from '../i18n/lang';
import { FailureNotice } from './FailureNotice';
import { MESSAGES } from './messages';
import { PaneContext, usePaneContext } from './pane-context';
import type { StepName } from './pane-state';
import { RefreshBar } from './RefreshBar';
import { LangContext, useSay } from './say';
import { ClientSearch } from './screens/ClientSearch';
import { DataScreen } from './screens/DataScreen';
import { ReportsScreen } from './screens/ReportsScreen';
import { ResultScreen } from './screens/ResultScreen';
import { SendScreen } from './screens/SendScreen';
import { SettingsScreen } from './screens/SettingsScreen';
import { themeOf } from './themes';
import { usePane, type Connection } from './use-pane';

interface AppProps {
  /** Called once the pane has painted, and again where the person asks to try again. */
  readonly connect: () => Promise<Connection>;
  /** Begins at the screen that prepares a copy for somebody else. */
  readonly isSending?: boolean;
  readonly onRefreshed?: () => void | Promise<void>;
  /** Told when the person switches the language. */
  readonly onLang?: (lang: Lang) => void;
  /** Whether downloads surely work here: in a browser of her own, not in every Excel. */
  readonly canDownload?: boolean;
}

/** The pane: it paints at once, then connects, then looks at the workbook. */
export function App({
  connect,
  isSending = false,
  onRefreshed,
  onLang,
  canDownload = false,
}: AppProps): React.ReactElement {
  const { state, actions } = usePane(connect, onRefreshed);
  const theme = themeOf(state.theme);
  const pane = useMemo(() => ({ state, actions, theme, canDownload }), [state, actions, theme, canDownload]);
  useEffect(() => {
    onLang?.(state.lang);
    document.documentElement.lang = state.lang === 'zh' ? 'zh-CN' : 'en';
    document.body.style.background = theme.fabric.semanticColors.bodyBackground;
  }, [state.lang, theme, onLang]);
  return (
    <Customizer settings={{ theme: theme.fabric }}>
      <LangContext.Provider value={state.lang}>
        <PaneContext.Provider value={pane}>
          <Frame isSending={isSending} />
        </PaneContext.Provider>
      </LangContext.Provider>
    </Customizer>
  );
}

const STEPS: readonly { readonly step: StepName; readonly screen: () => React.ReactElement }[] = [
  { step: 'data', screen: DataScreen },
  { step: 'settings', screen: SettingsScreen },
  { step: 'reports', screen: ReportsScreen },
  { step: 'result', screen: ResultScreen },
];

const STEP_LABELS = {
  data: MESSAGES.stepData,
  settings: MESSAGES.stepSettings,
  reports: MESSAGES.stepReports,
  result: MESSAGES.stepResult,
} as const;

/** The second visit is one button: by keyboard too. */
function focusRefresh(): void {
  document.querySelector<HTMLElement>('.pane-foot button')?.focus();
}

function Frame({ isSending }: { readonly isSending: boolean }): React.ReactElement {
  const [isSendOpen, setSendOpen] = useState(isSending);
  const { state, actions, theme } = usePaneContext();
  const say = useSay();
  const { bodyBackground, bodyText } = theme.fabric.semanticColors;
  const isBack = state.result === undefined && state.workbook?.lastRefresh !== undefined;
  const isSearching = state.search.query.trim() !== '';
  return (
    <div className="pane" style={{ background: bodyBackground, color: bodyText }}>
      <button type="button" className="pane-skip" onClick={focusRefresh}>
        {say(MESSAGES.skipToRefresh)}
      </button>
      <header className="pane-head">
        <h1>{say(MESSAGES.productName)}</h1>
        <ActionButton
          iconProps={{ iconName: 'Mail' }}
          aria-pressed={isSendOpen}
          disabled={!state.workbook?.canAnalyse}
          onClick={() => setSendOpen(!isSendOpen)}
          styles={{ root: { height: 28, marginLeft: 'auto', color: theme.fabric.palette.themePrimary } }}
        >
          {say(MESSAGES.send)}
        </ActionButton>
        <ActionButton
          title={say(MESSAGES.switchLanguageHint)}
          onClick={() => actions.speak(state.lang === 'zh' ? 'en' : 'zh')}
          styles={{ root: { height: 28, color: theme.fabric.palette.themePrimary } }}
        >
          {say(MESSAGES.switchLanguage)}
        </ActionButton>
      </header>
      <div className="pane-search" role="search">
        <SearchBox
          placeholder={say(MESSAGES.clientSearch)}
          ariaLabel={say(MESSAGES.clientSearch)}
          value={state.search.query}
          disabled={!state.workbook?.canAnalyse}
          onChange={(_, query) => actions.search(query ?? '')}
          onClear={() => actions.search('')}
        />
      </div>
      {state.failure && <FailureNotice failure={state.failure} />}
      <main className="pane-body">
        {isSearching ? (
          <ClientSearch />
        ) : isSendOpen ? (
          <SendScreen onBack={() => setSendOpen(false)} />
        ) : (
          <Pivot
            className="pane-tabs"
            aria-label={say(MESSAGES.steps)}
            selectedKey={state.step}
            onLinkClick={(item) => item && actions.goTo(item.props.itemKey as StepName)}
            styles={{
              // In place while the screen under them scrolls.
              root: { position: 'sticky', top: 0, zIndex: 1, background: theme.fabric.semanticColors.bodyBackground },
              link: { marginRight: 4, padding: '0 8px' },
            }}
          >
            {STEPS.map(({ step, screen: Screen }) => (
              <PivotItem
                key={step}
                itemKey={step}
                headerText={say(step === 'result' && isBack ? MESSAGES.stepToday : STEP_LABELS[step])}
              >
                <Screen />
              </PivotItem>
            ))}
          </Pivot>
        )}
      </main>
      <RefreshBar />
    </div>
  );
}

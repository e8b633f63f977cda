import { createContext, useContext } from 'react';
import type { PaneState } from './pane-state';
import type { PaneTheme } from './themes';
import type { PaneActions } from './use-pane';

export interface Pane {
  readonly state: PaneState;
  readonly actions: PaneActions;
  readonly theme: PaneTheme;
  /** Whether a file that is handed to the browser surely arrives among its downloads. */
  readonly canDownload: boolean;
}

export const PaneContext = createContext<Pane | undefined>(undefined);

export function usePaneContext(): Pane {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error('A screen stands outside of the pane');
  return pane;
}

import { Link } from 'office-ui-fabric-react/lib/Link';
import React from 'react';
import type { CellPlace } from '../../../app/desk/desk';
import { MESSAGES } from '../../messages';
import { usePaneContext } from '../../pane-context';
import { useSay } from '../../say';

/** Words that lead to a cell, where there is one. */
export function Place({
  place,
  children,
}: {
  readonly place?: CellPlace;
  readonly children: React.ReactNode;
}): React.ReactElement {
  const { actions } = usePaneContext();
  const say = useSay();
  if (!place) return <strong>{children}</strong>;
  return (
    <Link
      underline
      title={say(MESSAGES.issueGo, { sheet: place.sheet, cell: place.cell })}
      onClick={() => actions.showCell(place.sheet, place.cell)}
    >
      {children}
    </Link>
  );
}

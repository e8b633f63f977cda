import { Link } from 'office-ui-fabric-react/lib/Link';
import React, { useEffect, useState } from 'react';
import type { CalendarFile } from '../../../app/desk/desk';
import { CopyButton } from '../../CopyButton';
import { downloadFile } from '../../download-file';
import { MESSAGES } from '../../messages';
import { usePaneContext } from '../../pane-context';
import { useSay } from '../../say';

/**
 * The call plan to take along: one calendar file a person, for Outlook, WeCom or a phone. Excel's panes do not everywhere
 * let a page save a file, and a page is not told when they refuse: there, the way without a download stands beside it.
 */
export function CalendarFiles(): React.ReactElement | null {
  const { actions, theme, canDownload, state } = usePaneContext();
  const say = useSay();
  const [files, setFiles] = useState<readonly CalendarFile[]>([]);
  const [tried, setTried] = useState<CalendarFile>();
  const { result, lang } = state;
  useEffect(() => {
    let isWanted = true;
    void actions.makeCalendars().then((made) => {
      if (isWanted) setFiles(made);
    });
    return () => {
      isWanted = false;
    };
    // Another refresh makes another plan, another language other words.
  }, [result, lang]);
  if (files.length === 0) return null;
  const muted = { color: theme.tones.muted };
  return (
    <section>
      <h3>{say(MESSAGES.calendars)}</h3>
      <p className="small" style={muted}>
        {say(MESSAGES.calendarsHint)}
      </p>
      <ul className="plain-list">
        {files.map((file) => (
          <li key={file.fileName} className="row" style={{ borderColor: theme.tones.line }}>
            <span className="grow">{file.rep}</span>
            <Link
              underline
              aria-label={say(MESSAGES.calendarExportOf, { rep: file.rep })}
              onClick={() => {
                downloadFile(new Blob([file.text], { type: 'text/calendar;charset=utf-8' }), file.fileName);
                setTried(file);
              }}
            >
              {say(MESSAGES.calendarExport)}
            </Link>
          </li>
        ))}
      </ul>
      <div role="status">
        {tried && canDownload && <p className="small">{say(MESSAGES.calendarSaved, { file: tried.fileName })}</p>}
        {tried && !canDownload && (
          <>
            <p className="small">{say(MESSAGES.calendarUnsure, { file: tried.fileName })}</p>
            <div className="buttons">
              <CopyButton
                key={tried.fileName}
                label={say(MESSAGES.calendarCopy, { rep: tried.rep })}
                text={tried.text}
              />
              <Link href="standalone.html" target="_blank" underline>
                {say(MESSAGES.openPage)}
              </Link>
            </div>
          </>
        )}
      </div>
    </section>
  );
}

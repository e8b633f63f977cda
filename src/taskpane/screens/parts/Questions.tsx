import { ChoiceGroup } from 'office-ui-fabric-react/lib/ChoiceGroup';
import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import React from 'react';
import type { Question } from '../../../ingest/recognise/inspection';
import { answerQuestion } from '../../change-map';
import { MESSAGES } from '../../messages';
import { usePaneContext } from '../../pane-context';
import { useSay } from '../../say';

const FEW = 3;

/** What only the person knows, asked once. */
export function Questions(): React.ReactElement {
  const { state, actions, theme } = usePaneContext();
  const say = useSay();
  const { workbook, choices } = state;
  const answer = (question: Question, value: string): void =>
    actions.map(answerQuestion(choices.columnMap, workbook?.sheets ?? [], question, value));
  return (
    <section className="card" style={{ borderColor: theme.tones.line, background: theme.tones.surface }}>
      <div className="card-head">
        <div>
          <div className="card-name">{say(MESSAGES.questions)}</div>
          <div className="small">{say(MESSAGES.questionsKept)}</div>
        </div>
      </div>
      <div className="card-body" style={{ borderColor: theme.tones.line }}>
        {workbook?.questions.map((question) => {
          const label = `${question.sheet}: ${say(question.text)}`;
          const options = question.options.map(({ value, label: words }) => ({ key: value, text: say(words) }));
          const key = `${question.sheet}/${question.about}/${question.subject}`;
          return options.length <= FEW ? (
            <ChoiceGroup
              key={key}
              label={label}
              options={options}
              selectedKey={question.chosen}
              onChange={(_, option) => option && answer(question, option.key)}
            />
          ) : (
            <Dropdown
              key={key}
              label={label}
              options={options}
              selectedKey={question.chosen}
              onChange={(_, option) => option && answer(question, String(option.key))}
            />
          );
        })}
      </div>
    </section>
  );
}

import { analysisToJson } from '../app/json/analysis-json';
import type { RefreshDone } from '../app/refresh';
import type { Lang } from '../i18n/lang';

/** The bytes of `--json`: every figure, indented. */
export function figuresAsJson({ analysis, notWritten, callPlan }: RefreshDone, lang: Lang): Uint8Array {
  const json = analysisToJson(
    analysis,
    notWritten.map(({ report, why }) => ({ report, why: why[lang] })),
    callPlan,
  );
  return new TextEncoder().encode(`${JSON.stringify(json, null, 2)}\n`);
}

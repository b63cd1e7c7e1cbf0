/** Something to show beside the run. */
export interface Notice {
  readonly level: "error" | "warning" | "notice";
  readonly title: string;
  readonly text: string;
  readonly file?: string;
  readonly line?: number;
}

/** GitHub shows this many annotations of one level in a step and drops the others without a word. */
const shown = 10;

/** At most as many of each level as are shown; the last one says how many more there are. */
export function fitting(notices: readonly Notice[]): readonly Notice[] {
  return (["error", "warning", "notice"] as const).flatMap((level) => {
    const own = notices.filter((notice) => notice.level === level);
    if (own.length <= shown) return own;
    const rest = own.slice(shown - 1);
    const titles = rest.map(({ title }) => title).join("; ");
    return [
      ...own.slice(0, shown - 1),
      { level, title: `${rest.length} more`, text: `See the summary of this job. Among them: ${titles.slice(0, 500)}` },
    ];
  });
}

export { isZone, localText, parseMoment } from "./zone.ts";
export { kindOf, weekdays, type Span, type Weekday } from "./spans.ts";
export { openingAt, type Calendar, type Opening } from "./opening.ts";

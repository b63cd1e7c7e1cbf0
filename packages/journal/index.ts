export { systemClock } from "./clock.ts";
export { defaultTimes, type JournalOptions } from "./options.ts";
export { verifyChain } from "./lines.ts";
export { openDirectoryJournal, openJournal } from "./open.ts";
export {
  DrivenElsewhereError,
  EnvironmentBusyError,
  LostLeaseError,
  NewsError,
  type Amendment,
  type ArchiveFile,
  type ArchiveNow,
  type Author,
  type Clock,
  type Denied,
  type DeniedAttempt,
  type Driver,
  type Journal,
  type LeaseTimes,
  type Note,
  type StoredRelease,
  type Watch,
} from "./port.ts";

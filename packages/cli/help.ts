/** What `release --help` prints. */
export const help = `Release Command

  release start --version=X.Y.Z|major|minor|patch|auto|prerelease   start a release and drive it
        [--type=standard|hotfix] [--from=BRANCH|TAG] [--to=BRANCH] [--changelog=FILE] [--allow-lower-version]
        [--dry-run [--out=plan.json]]      what would happen, and as a file for people to review
        [--severity=P0|P1 --incident=ID]   of a hotfix: the incident that it ends
        [--override="GATE: REASON"]        this gate may fail; by an admin only. Several: "GATE: REASON; GATE: REASON"
        [--at=TIME] [--expires=TIME]       production not before, and no more after: "2026-12-01T09:00 Europe/Berlin"
        [--emergency=REASON]               pass windows and freezes; by an emergency approver only
        [--adopt]                          of a hotfix: its branch is there already, with the fix
  release start --plan=plan.json          exactly that plan; refused with the difference when the world moved
  release status [vX.Y.Z] [--json]        where releases stand, and what they wait for
  release resume vX.Y.Z [--emergency=REASON]   continue a release, after a wait or a death
  release retry vX.Y.Z [--override="GATE: REASON"]   a new attempt after a failure, before the tag
  release hold vX.Y.Z --reason=TEXT       stop its progress
  release promote vX.Y.Z [--reason=TEXT]  end a hold; keep a hotfix whose journeys failed after 100 %
  release abort vX.Y.Z --reason=TEXT      end it: before production it fails, in production it rolls back
  release rollback vX.Y.Z [--to=vX.Y.Z] [--reason=TEXT]   back to what served before
  release rollback --false-positive=vX.Y.Z --reason=TEXT   that automatic rollback was wrong: the next ones are asked about
  release redeploy staging|production [--reason=TEXT]      bring the last good version up there again
  release report vX.Y.Z [--format=md|json|html|facts]   all that is known of a release, at any moment of its life
        [--root-cause=TEXT]                why it went back or failed, as you found out: its report shows it from then on
  release watch vX.Y.Z                    the board of a release that somebody else drives; keys p h r a o ? q on a terminal
  release watch [--resume]                which releases may go on now; goes on with them here
  release dashboard [build] [--out=FOLDER]   all releases as a static site
  release dashboard serve [--port=8080]   the same on this machine, live
  release dashboard publish [--branch=gh-pages] [--follow]   the same as a branch, for GitHub Pages
  release metrics [--format=json|openmetrics] [--from=DAY] [--to=DAY]   what all releases show (docs/metrics.md)
  release lint-commits [RANGE]            do commits follow Conventional Commits? default: those after the last release
        [--message=FILE | --install-hook]  one message; as a hook of this clone
  release changelog [RANGE | --all]       the notes of each release in it; default: of what comes after the last release
        [--version=X.Y.Z]                  what is not tagged yet is called so
  release config [--json]                 what is in force here: each setting with its source, what was detected and why
  release smoke staging|production|URL [--json]   the smoke checks, once, against what serves there now
  release analyze FILE|- [--json]         what the canary judge says of recorded metrics, and when (docs/canary.md)
        [--judge=sequential|threshold] [--alpha=0.0025] [--max-error-ratio=0.05]
  release audit verify [--key=… --checkpoint=FILE --anchors]
                                          is the audit log whole, do the records match it, who signed it?
                                          --anchors: is it what the deployments on the code host say of it?
  release audit export [--format=md|csv|json] [--from=2026-01-01 --to=2026-03-31]
                                          who did what, when, with which outcome: evidence for an auditor
  release audit key                       the public key of RELEASE_AUDIT_KEY, or of the Vault that signs, for others to verify with
  release audit sign                      signs what is not signed, because no key or Vault was there
  release audit erase vX.Y.Z --person=LOGIN --reason=TEXT   takes a person out of the records of a release that ended;
                                          by an admin only. It says what is left to do by hand (docs/audit.md)
  release demo [--fault=NAME]             a whole release on this machine, offline

Every command takes --directory=FOLDER: the clone to work in, when it is not this one; and --plain: lines one after
another on a terminal too, for screen readers.
Also understood: --base for --from, --target for --to, and /release --type=… --rollback=vX --to=vY --report=vX.
Needs GITHUB_TOKEN in the environment; a dry run, status, report and metrics only read; changelog, lint-commits, config, smoke and analyze need none.
Exit codes: 0 done · 1 our defect · 2 wrong input, configuration or permission · 3 waiting · 4 rolled back · 5 failed.
`;

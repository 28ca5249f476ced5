/** What is changed, where, and which tests should notice. */
const stores = ['src/adapters/forge/stores.test.ts'];
const edits = ['src/operations/edit-issue-document.test.ts'];
const many = ['src/bulk/save-many.test.ts'];
const events = ['src/events/events.test.ts'];
const panel = ['static/shared/record/stay-with-save.test.ts'];
const replays = ['src/domain/document/replay.test.ts', ...edits];
const resolvers = ['src/resolvers/northstar.test.ts', 'src/resolvers/views.test.ts'];
const scoring = [
  'src/domain/scoring/scoring.test.ts',
  'src/domain/scoring/rank-chances.test.ts',
  'src/domain/scoring/stored.test.ts',
  'src/domain/scoring/deviations.test.ts',
];

const of = (file, tests, changes) =>
  changes.map(([name, from, to]) => ({ name, file, from, to, tests }));

export const mutants = [
  ...of('src/adapters/forge/kvs-lists.ts', stores, [
    ['privacy: own views are one list for everybody', ':own:${list.of}`', ':own`'],
    ['keys: shared views lose their project', '`views:${list.project}:shared`', '`views:shared`'],
    ['keys: own views lose their project', '`views:${list.project}:own', '`views:own'],
    ['keys: proposals lose their project', '`proposals:${list.project}`', '`proposals`'],
  ]),
  ...of('src/adapters/forge/kvs-revised.ts', stores, [
    ['conditions: a value is changed without one', '{ entityName, conditions }', '{ entityName }'],
    ['conditions: a new value is put over another', "{ keyPolicy: 'FAIL_IF_EXISTS' }", '{}'],
  ]),
  ...of('src/adapters/forge/kvs-write-locks.ts', stores, [
    ['keys: a lock loses its property', '`${entity}:${id}:${key}`', '`${entity}:${id}`'],
    ['keys: a lock loses its issue', '`${entity}:${id}:${key}`', '`${entity}:${key}`'],
    [
      'keys: an issue and a project share a lock',
      '`${entity}:${id}:${key}`',
      '`issue:${id}:${key}`',
    ],
    ['portions: pages of a query hold 100', 'pageSize = 99', 'pageSize = 100'],
    ['an answer that was lost counts as a lost race', "? 'lost' : 'unknown'", "? 'lost' : 'lost'"],
  ]),
  ...of('src/adapters/forge/answered.ts', stores, [
    ['a lost race is not known by its status', 'status === 409', 'status === 410'],
  ]),
  ...of(
    'src/adapters/jira/request.ts',
    ['src/adapters/jira/request.test.ts'],
    [
      ['401 counts as refused for good', 'status === 401 || ', ''],
      ['429 counts as no answer', 'status === 429', 'status === 428'],
    ],
  ),
  ...of(
    'src/adapters/jira/scores.ts',
    ['src/adapters/jira/request.test.ts'],
    [['portions: 101 scores go with one request', 'writtenAtOnce = 100', 'writtenAtOnce = 101']],
  ),
  ...of('src/domain/documents.ts', many, [
    ['portions: 26 locks go with one call', 'locksAtOnce = 25', 'locksAtOnce = 26'],
  ]),
  ...of('src/bulk/save-many.ts', many, [
    ['limits: a call may be larger than Forge takes', '400_000', '4_000_000'],
    ['an issue left out of an answer is taken for blank', '!found.value.has(edit.issue)', 'false'],
    ['a value is written long after its lock', 'ports.now() - began > writtenWithin', 'false'],
    [
      'a contested issue is written all the same',
      "where(({ end }) => end === 'taken')",
      "where(({ end }) => end !== 'may-not-edit')",
    ],
  ]),
  ...of('src/operations/take-many.ts', many, [
    ['permissions: many issues are taken unasked', '!mayEdit.value.has(issue as IssueId)', 'false'],
  ]),
  ...of('src/operations/open-for-editing.ts', edits, [
    ['permissions: a reader may edit', 'return mayEdit ? subject', 'return true ? subject'],
  ]),
  ...of(
    'src/domain/use-case/stored-record.ts',
    ['src/domain/use-case/stored-record.test.ts', ...edits],
    [
      [
        'limits: a record may be larger than Jira takes',
        'propertyLimit = 32_768',
        'propertyLimit = 327_680',
      ],
    ],
  ),
  ...of(
    'src/domain/document/document-kind.ts',
    ['src/domain/use-case/record-document.test.ts', 'src/operations/change-settings.test.ts'],
    [
      ['history: a document remembers every edit', '.slice(-changesKept)', '.slice(0)'],
      ['history: it keeps people from writing', 'lengthOf(value) <= limit', 'true'],
    ],
  ),
  ...of(
    'src/domain/document/write-lock.ts',
    ['src/domain/document/write-lock.test.ts', ...edits, ...events],
    [
      ['limits: a lock holds all values', 'bytesOf(others) > valuesAtMost', 'false'],
      ['limits: a lock holds all operations', 'index >= names || isOpen(each)', 'true'],
      ['values stay beside the record', 'now - Date.parse(kept.at) >= valuesKeptFor', 'false'],
    ],
  ),
  ...of('src/domain/document/seal.ts', replays, [
    [
      'a foreign value counts as ours',
      'if (!isJsonObject(raw)) return false;',
      'if (isJsonObject(raw)) return true; else return false;',
    ],
  ]),
  ...of('src/domain/document/replay.ts', replays, [
    [
      'what a late write undid is not put back',
      '!landed || (isOurs && restorable.has(op))',
      '!landed',
    ],
    [
      'what landed is put back over a foreign value',
      '(isOurs && restorable.has(op))',
      'restorable.has(op)',
    ],
    [
      'what was removed comes back',
      'return isEarlier || isWhatWasRemoved(raw, removed)',
      'return false',
    ],
  ]),
  ...of('src/operations/land-write.ts', edits, [
    ['any refusal proves that nothing was written', ' && answer.error.status === 400', ''],
    ['a 400 proves nothing', 'sent === 1 && provesNothingWritten(answer)', 'false'],
  ]),
  ...of('src/operations/write-document.ts', edits, [
    ['a lock is taken after the deadline', 'clock.now() >= write.deadline', 'false'],
  ]),
  ...of('src/operations/withdraw-edit.ts', edits, [
    [
      'a write is withdrawn while its function is at work',
      '&& clock.now() - takenAt >= holdsAtMost',
      '',
    ],
    ['anybody withdraws', 'op === opId && by === viewer', 'op === opId'],
  ]),
  ...of('src/operations/complete-write.ts', events, [
    [
      'a write is completed while its function is at work',
      'now - lock.takenAt < holdsAtMost',
      'false',
    ],
  ]),
  ...of('src/events/issue-deleted.ts', events, [
    ['locks of a deleted issue stay', 'await locks.remove(', 'void (() => undefined)('],
  ]),
  ...of('static/shared/record/stay-with-save.ts', panel, [
    ['a call that was cut off counts as not saved', "code === 'cut-off' || ", ''],
    ['a reading that failed is proof', 'isOver && isProof', 'isOver'],
    ['nothing is ever withdrawn', 'looks >= looksBeforeWithdrawal &&', 'looks < 0 &&'],
  ]),
  ...of(
    'src/domain/quadrant/score-state.ts',
    ['src/domain/scoring/stored.test.ts', 'src/bulk/score-project.test.ts'],
    [
      [
        'guards: what cannot be read is scored anew',
        "read.state === 'newer' || read.state === 'damaged'",
        'false',
      ],
    ],
  ),
  ...of('src/domain/scoring/combine.ts', scoring, [
    ['chances: each answer of a mean counts in full', 'sd: sd * share', 'sd'],
    [
      'chances: the errors of a sum are independent',
      'sd: total(spreads.map(({ sd }) => sd))',
      'sd: Math.hypot(...spreads.map(({ sd }) => sd))',
    ],
    ['chances: a deviation keeps the unit of its own scale', 'sd: sd * Math.abs(unit)', 'sd'],
    [
      'chances: the errors of a product are independent',
      'const sd = total(logs.map((log) => log.sd));',
      'const sd = Math.hypot(...logs.map((log) => log.sd));',
    ],
  ]),
  ...of('src/domain/scoring/range.ts', scoring, [
    [
      'chances: the deviation of three figures is a quarter of their span',
      'sd: (high - low) / 6',
      'sd: (high - low) / 4',
    ],
  ]),
  ...of('src/domain/scoring/quadrant.ts', scoring, [
    ['chances: harder counts as easier', "easier === 'more' ? high : 1 - high", 'high'],
    ['chances: a skewed axis counts as normal', '!isSkewed(side) || mean <= 0', 'true'],
  ]),
  ...of('src/domain/scoring/evidence.ts', scoring, [
    [
      'chances: what nobody grounded counts as agreed',
      "evidence ?? 'opinion'",
      "evidence ?? 'agreed'",
    ],
    ['chances: the cone of uncertainty is narrower', '4 ** doubt', '3 ** doubt'],
  ]),
  ...of('src/operations/saved-views.ts', resolvers, [
    ['limits: as many views as anybody likes', 'others.length >= most || ', ''],
    ['limits: one person takes all views', ' || own >= ownViewsAtMost', ''],
    [
      'privacy: a private view is kept with the shared ones',
      'return shared\n    ?',
      'return true\n    ?',
    ],
    [
      'conditions: a view is replaced that its author did not see',
      'found?.at !== before?.at',
      'false',
    ],
    ['rights: a view of somebody else is replaced', 'before.by === viewer', 'true'],
  ]),
  ...of(
    'src/operations/proposals.ts',
    ['src/operations/proposals.test.ts'],
    [['limits: as many proposals as anybody likes', 'open.length >= proposalsKept', 'false']],
  ),
];

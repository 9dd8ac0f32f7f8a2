// Generated from the migrated database by `npm run linli -- generate`.
import type { Generated } from 'kysely'

export interface Database {
  activity: {
    tenantId: Generated<string>
    id: string
    kind: string
    title: string
    topic: string | null
    description: string | null
    hostId: string
    placeId: string | null
    groupId: string | null
    seriesId: string | null
    seriesDate: string | null
    startsAt: Date
    endsAt: Date
    ledgerNumber: string | null
    sequence: Generated<number>
    changedAt: Date
    cancelledAt: Date | null
    cancelReason: string | null
    detached: Generated<boolean>
  }
  activitySeries: {
    tenantId: Generated<string>
    id: string
    rule: string
    firstDate: string
    starts: string
    minutes: number
    onHoliday: string
    onMakeup: Generated<boolean>
    template: unknown
    expandedTo: string | null
    endedAt: Date | null
  }
  activityTeam: {
    tenantId: Generated<string>
    activityId: string
    organizationId: string
  }
  auditEntry: {
    tenantId: Generated<string>
    id: string
    at: Date
    actorId: string | null
    action: string
    subjectId: string | null
    requestId: string | null
    digest: Buffer
    salt: Buffer | null
    detail: unknown
    chainNumber: number | null
    chainHash: Buffer | null
  }
  availability: {
    tenantId: Generated<string>
    id: string
    personId: string
    weekday: number | null
    date: string | null
    fromTime: string
    toTime: string
    available: Generated<boolean>
  }
  board: {
    tenantId: Generated<string>
    id: string
    nameEn: string
    nameZh: string
    role: string | null
    organizationId: string | null
    position: number
    removedAt: Date | null
  }
  boardCard: {
    tenantId: Generated<string>
    id: string
    boardId: string
    indicatorId: string | null
    question: string | null
    drawn: string
    partsBy: string | null
    period: string
    width: number
    position: number
    removedAt: Date | null
  }
  booking: {
    tenantId: Generated<string>
    id: string
    placeId: string | null
    equipmentId: string | null
    activityId: string | null
    startsAt: Date
    endsAt: Date
  }
  calendarFeed: {
    tenantId: Generated<string>
    id: string
    tokenHash: Buffer
    personId: string | null
    organizationId: string | null
    createdBy: string | null
    createdAt: Date
    revokedAt: Date | null
  }
  changeMark: {
    tenantId: Generated<string>
    id: string
    tableName: string
    key: string | null
    at: Date | null
  }
  checkHazard: {
    tenantId: Generated<string>
    checkId: string
    questionId: string
    findingId: string
    placeId: string
    pinX: number | null
    pinY: number | null
  }
  checkPhoto: {
    tenantId: Generated<string>
    id: string
    checkId: string
    questionId: string | null
    file: string | null
    type: string | null
    width: number | null
    height: number | null
  }
  checkPlan: {
    tenantId: Generated<string>
    id: string
    checklistId: string
    placeId: string
    rule: string
    firstDate: string
    onHoliday: string
    days: number
    endedAt: Date | null
  }
  checklist: {
    tenantId: Generated<string>
    id: string
    name: string
    use: string
    version: number
    retiredAt: Date | null
  }
  checklistVersion: {
    tenantId: Generated<string>
    checklistId: string
    number: number
    content: unknown
    changedBy: string | null
    changedAt: Date
  }
  contest: {
    tenantId: Generated<string>
    id: string
    organizationId: string
    name: string
    about: string
    teams: boolean
    prizes: unknown
    seed: string
    createdAt: Date
    finishedAt: Date | null
    cancelledAt: Date | null
    cancelReason: string | null
  }
  contestEntrant: {
    tenantId: Generated<string>
    contestId: string
    personId: string
    teamId: string | null
  }
  contestPlace: {
    tenantId: Generated<string>
    contestId: string
    place: number
    personId: string | null
    teamId: string | null
    points: number
    seconds: number
    byLot: boolean
    prize: string | null
  }
  contestRound: {
    tenantId: Generated<string>
    contestId: string
    number: number
    quizId: string
  }
  contestTeam: {
    tenantId: Generated<string>
    id: string
    contestId: string
    name: string
  }
  correctiveAction: {
    tenantId: Generated<string>
    id: string
    findingId: string
    what: string
    ownerId: string
    dueOn: string
    askedDue: string | null
    doneBy: string | null
    doneAt: Date | null
    closedBy: string | null
    closedAt: Date | null
  }
  course: {
    tenantId: Generated<string>
    id: string
    organizationId: string
    name: string
    about: string | null
    dueDays: number | null
    dueDate: string | null
    renewMonths: number | null
    audience: Generated<unknown>
    nextAudience: unknown
    openedAt: Date | null
    closedAt: Date | null
    changedAt: Date
  }
  courseCompletion: {
    tenantId: Generated<string>
    courseId: string
    personId: string
    doneOn: string
    notedAt: Date
  }
  courseExemption: {
    tenantId: Generated<string>
    id: string
    courseId: string
    personId: string
    reason: string
    askedBy: string
    askedAt: Date
    decidedBy: string | null
    decidedAt: Date | null
    granted: boolean | null
  }
  courseMember: {
    tenantId: Generated<string>
    id: string
    courseId: string
    personId: string
    organizationId: string | null
    enteredOn: string
    leftOn: string | null
    dueOn: string
    fromOn: string
    renewMonths: number | null
  }
  coursePart: {
    tenantId: Generated<string>
    id: string
    courseId: string
    position: number
    kind: string
    title: string
    body: string | null
    url: string | null
    fileHash: string | null
    fileName: string | null
    topic: string | null
    activityId: string | null
    quizId: string | null
    signerId: string | null
    removedAt: Date | null
    seriesId: string | null
  }
  courseProgress: {
    tenantId: Generated<string>
    partId: string
    personId: string
    doneOn: string
    signedBy: string | null
  }
  coverAsk: {
    tenantId: Generated<string>
    id: string
    shiftId: string
    shiftRoleId: string
    personId: string
    askedAt: Date
    answerBy: Date
    answer: string | null
    answeredAt: Date | null
  }
  credential: {
    tenantId: Generated<string>
    id: string
    personId: string
    organizationId: string
    keyId: string
    kind: string
    title: string | null
    fromDate: string
    toDate: string
    minutes: number | null
    roles: Generated<string[]>
    document: unknown
    token: string
    statusList: number
    statusIndex: number
    issuedBy: string | null
    issuedAt: Date
    expiresAt: Date | null
    revokedAt: Date | null
    revokedBy: string | null
    revokeReason: string | null
  }
  credentialKey: {
    tenantId: Generated<string>
    id: string
    number: number
    controller: string
    publicKey: string
    privateKey: Buffer
    createdBy: string | null
    createdAt: Date
    retiredAt: Date | null
  }
  doorEvent: {
    tenantId: Generated<string>
    id: string
    activityId: string
    personId: string | null
    code: Generated<string>
    direction: string
    at: Date
    deviceAt: Date
    receivedAt: Date
    way: string
    kioskId: string | null
    recordedBy: string | null
    conflicts: Generated<string[]>
    state: string
    decidedBy: string | null
    decidedAt: Date | null
  }
  dossier: {
    tenantId: Generated<string>
    id: string
    personId: string
    organizationId: string
    year: number
    commentBy: string
    eraseOn: string
    handedInAt: Date | null
    changedAt: Date
    openedBy: string | null
    openedAt: Date
  }
  dossierClosing: {
    tenantId: Generated<string>
    dossierId: string
    content: unknown
    texts: unknown
    counts: unknown
    closedBy: string
    closedAt: Date
  }
  dossierReviewer: {
    tenantId: Generated<string>
    dossierId: string
    reviewerId: string
  }
  dossierText: {
    tenantId: Generated<string>
    dossierId: string
    part: string
    words: string
  }
  duty: {
    tenantId: Generated<string>
    id: string
    organizationId: string
    name: string
    about: Generated<string>
    fromDate: string
    toDate: string | null
    removedAt: Date | null
    policyId: string | null
    sectionKey: string | null
  }
  dutyHolding: {
    tenantId: Generated<string>
    id: string
    dutyId: string
    personId: string
    seat: string
    fromDate: string
    toDate: string | null
    acknowledgedAt: Date | null
  }
  dutyLetter: {
    tenantId: Generated<string>
    id: string
    holdingId: string
    language: string
    said: unknown
    templateHash: string | null
    issuedOn: string
    issuedBy: string
    acknowledgedOn: string | null
  }
  dutyLetterTemplate: {
    tenantId: Generated<string>
    id: string
    name: string
    fileHash: string
    addedBy: string
    addedAt: Date
    removedAt: Date | null
  }
  equipment: {
    tenantId: Generated<string>
    id: string
    placeId: string
    name: string
    count: Generated<number>
  }
  finding: {
    tenantId: Generated<string>
    id: string
    organizationId: string
    origin: string
    originId: string
    words: string
    grade: string | null
    placeId: string | null
    fault: string | null
    raisedBy: string | null
    raisedAt: Date
    closedBy: string | null
    closedAt: Date | null
  }
  findingEvent: {
    tenantId: Generated<string>
    id: string
    findingId: string
    actionId: string | null
    kind: string
    byId: string | null
    at: Date
    words: Generated<string>
    dueOn: string | null
    ownerId: string | null
    fileHash: string | null
    fileName: string | null
  }
  floorPicture: {
    tenantId: Generated<string>
    placeId: string
    file: string
    type: string
    width: number
    height: number
    addedBy: string | null
    addedAt: Date
  }
  form: {
    tenantId: Generated<string>
    id: string
    organizationId: string
    name: string
    sender: Generated<string>
    createdBy: string | null
    createdAt: Date
    retiredAt: Date | null
  }
  formFill: {
    tenantId: Generated<string>
    id: string
    versionId: string
    period: string
    fileHash: string
    cells: unknown
    filledBy: string | null
    filledAt: Date
  }
  formLesson: {
    tenantId: Generated<string>
    id: string
    label: string
    title: string
    content: unknown
    taughtBy: string | null
    taughtAt: Date
  }
  formSchedule: {
    tenantId: Generated<string>
    id: string
    formId: string
    rhythm: string
    personId: string
    fromDate: string
    endedAt: Date | null
  }
  formScheduled: {
    tenantId: Generated<string>
    scheduleId: string
    period: string
    fillId: string
  }
  formVersion: {
    tenantId: Generated<string>
    id: string
    formId: string
    number: number
    fileHash: string
    fileName: string
    bindings: unknown
    createdBy: string | null
    createdAt: Date
  }
  groupMember: {
    tenantId: Generated<string>
    id: string
    groupId: string
    personId: string
    position: Generated<string>
    fromDate: string
    toDate: string | null
  }
  handOver: {
    tenantId: Generated<string>
    id: string
    fromPerson: string
    toPerson: string
    onDate: string
    dutyIds: string[]
    note: Generated<string>
    openThings: unknown
    givenAt: Date | null
    takenAt: Date | null
    createdBy: string | null
    createdAt: Date
  }
  helperConsent: {
    tenantId: Generated<string>
    id: string
    personId: string
    helperId: string
    given: string
    notedAt: Date
    notedBy: string
    endedAt: Date | null
  }
  hoursEntry: {
    tenantId: Generated<string>
    id: string
    activityId: string
    personId: string
    origin: string
    minutes: number
    state: string
    inEvent: string | null
    outEvent: string | null
    reason: string | null
    enteredBy: string | null
    enteredAt: Date
    decidedBy: string | null
    decidedAt: Date | null
    decision: string | null
  }
  importMapping: {
    tenantId: Generated<string>
    signature: string
    mapping: unknown
    usedAt: Date
  }
  importRun: {
    tenantId: Generated<string>
    id: string
    startedBy: string | null
    startedAt: Date
    finishedAt: Date | null
    state: string
    files: unknown
    mapping: unknown
    progress: unknown
    outcome: unknown
  }
  importSource: {
    tenantId: Generated<string>
    record: string
    recordId: string
    runId: string
    file: string
    sheet: string
    rowNumber: number
  }
  indicator: {
    tenantId: Generated<string>
    id: string
    ownerId: string
    nameEn: string
    nameZh: string
    version: number
    retiredAt: Date | null
  }
  indicatorVersion: {
    tenantId: Generated<string>
    indicatorId: string
    number: number
    nameEn: string
    nameZh: string
    noteEn: string
    noteZh: string
    fact: string
    measure: string
    filter: string
    against: string | null
    changeAs: string | null
    partsBy: string | null
    savedBy: string | null
    savedAt: Date | null
  }
  invitation: {
    tenantId: Generated<string>
    id: string
    personId: string
    tokenHash: Buffer
    createdBy: string | null
    createdAt: Date
    expiresAt: Date
    usedAt: Date | null
  }
  keptApart: {
    tenantId: Generated<string>
    id: string
    oneId: string
    otherId: string
    reason: string | null
    notedBy: string
    notedAt: Date
  }
  kiosk: {
    tenantId: Generated<string>
    id: string
    organizationId: string
    name: string
    codeHash: Buffer | null
    codeUntil: Date | null
    tokenHash: Buffer | null
    createdBy: string | null
    createdAt: Date
    enrolledAt: Date | null
    seenAt: Date | null
    revokedAt: Date | null
  }
  madeUp: {
    tenantId: Generated<string>
    id: string
    activityId: string
    personId: string
    madeUpAt: Date
  }
  meeting: {
    tenantId: Generated<string>
    activityId: string
    chairId: string | null
    confirmedBy: string | null
    confirmedAt: Date | null
    fileHash: string | null
  }
  meetingDecision: {
    tenantId: Generated<string>
    findingId: string
    activityId: string
    itemId: string
  }
  meetingItem: {
    tenantId: Generated<string>
    activityId: string
    id: string
    kind: string
    position: number
    title: string
    minutes: Generated<string>
    revision: Generated<number>
  }
  membership: {
    tenantId: Generated<string>
    id: string
    personId: string
    organizationId: string
    role: string
    title: string | null
    fromDate: string
    toDate: string | null
  }
  minor: {
    tenantId: Generated<string>
    personId: string
    minorUntil: string
    guardianName: string | null
    guardianAt: Date | null
  }
  notice: {
    tenantId: Generated<string>
    id: string
    personId: string
    matter: string
    key: string
    filling: unknown
    link: string | null
    urgent: Generated<boolean>
    dueAt: Date
    toldAt: Date | null
    readAt: Date | null
  }
  noticeAddress: {
    tenantId: Generated<string>
    id: string
    personId: string
    kind: string
    address: string
    keys: unknown
    label: string | null
    createdAt: Date
    confirmedAt: Date | null
    confirmHash: Buffer | null
    confirmSentAt: Date | null
    unsubscribeHash: Buffer | null
    failedAt: Date | null
    failure: string | null
    status: number | null
  }
  noticeChoice: {
    tenantId: Generated<string>
    personId: string
    matter: string
    channels: string[]
  }
  noticeDelivery: {
    tenantId: Generated<string>
    id: string
    noticeId: string
    addressId: string
    begunAt: Date
    dueAt: Date
    tries: Generated<number>
    sentAt: Date | null
    givenUpAt: Date | null
    failure: string | null
    status: number | null
  }
  noticeWish: {
    tenantId: Generated<string>
    personId: string
    quietFrom: string | null
    quietTo: string | null
    language: string | null
    confirmSentAt: Date | null
  }
  objective: {
    tenantId: Generated<string>
    id: string
    organizationId: string
    year: number
    title: string
    holderId: string
    parentId: string | null
    indicatorId: string | null
    sense: string
    target: number
    steps: number[] | null
    curve: number[] | null
    state: string
    since: string
    createdBy: string | null
    createdAt: Date
    removedAt: Date | null
  }
  objectiveEvidence: {
    tenantId: Generated<string>
    id: string
    objectiveId: string
    what: string
    onDate: string
    fileHash: string | null
    fileName: string | null
    enteredBy: string
    enteredAt: Date
    confirmedBy: string | null
    confirmedAt: Date | null
  }
  organization: {
    tenantId: Generated<string>
    id: string
    parentId: string | null
    path: string
    kind: string
    name: string
    category: string | null
    externalId: string | null
    search: string
    position: Generated<number>
    closedOn: string | null
  }
  participation: {
    tenantId: Generated<string>
    activityId: string
    personId: string
    status: string
    minutes: number | null
    note: string | null
    recordedBy: string | null
    recordedAt: Date
    id: string
    walkIn: Generated<boolean>
  }
  peopleGroup: {
    tenantId: Generated<string>
    id: string
    organizationId: string
    kind: string
    name: string
  }
  person: {
    tenantId: Generated<string>
    id: string
    name: string
    phone: string | null
    email: string | null
    search: string
    createdAt: Generated<Date>
    forgottenAt: Date | null
    forgetOn: string | null
  }
  place: {
    tenantId: Generated<string>
    id: string
    kind: string
    name: string
    organizationId: string | null
    parentId: string | null
    address: string | null
    brand: string | null
    areaM2: number | null
    roomCount: number | null
    capacity: number | null
    openingHours: Generated<unknown>
    latitude: number | null
    longitude: number | null
    search: string
    closedOn: string | null
  }
  placeClosure: {
    tenantId: Generated<string>
    id: string
    placeId: string
    sourceId: string
    reason: string
    closedBy: string | null
    closedAt: Date
    openedBy: string | null
    openedAt: Date | null
  }
  policy: {
    tenantId: Generated<string>
    id: string
    organizationId: string
    name: string
    audience: Generated<unknown>
    removedAt: Date | null
  }
  policyReading: {
    tenantId: Generated<string>
    id: string
    policyId: string
    versionId: string
    personId: string
    organizationId: string
    askedOn: string
    endedOn: string | null
    readOn: string | null
    remindedOn: string | null
  }
  policyVersion: {
    tenantId: Generated<string>
    id: string
    policyId: string
    number: number
    sections: unknown
    inForceFrom: string
    publishedOn: string | null
    publishedBy: string | null
  }
  publishedCount: {
    tenantId: Generated<string>
    publishedId: string
    question: string
    value: number | null
    recordIds: string[]
    amounts: number[] | null
  }
  publishedFile: {
    tenantId: Generated<string>
    publishedId: string
    kind: string
    hash: string
    name: string
    faces: unknown
  }
  publishedReport: {
    tenantId: Generated<string>
    id: string
    reportId: string
    number: number
    title: string
    language: string
    period: string
    scopeId: string
    settled: unknown
    hash: string
    publishedBy: string
    publishedAt: Date
    open: Generated<boolean>
  }
  publishedYear: {
    tenantId: Generated<string>
    year: number
    source: string | null
  }
  qualification: {
    tenantId: Generated<string>
    id: string
    personId: string
    skillId: string
    fromDate: string
    toDate: string | null
    proofHash: string | null
    proofName: string | null
    confirmedBy: string | null
    confirmedAt: Date | null
    remindedOn: string | null
    enteredBy: string | null
  }
  question: {
    tenantId: Generated<string>
    id: string
    kind: string
    version: number
    retiredAt: Date | null
  }
  questionVersion: {
    tenantId: Generated<string>
    questionId: string
    number: number
    content: unknown
    keys: unknown
    tags: string[]
    difficulty: number
    source: string
    digest: string
    search: string
    changedBy: string | null
    changedAt: Date
  }
  quiz: {
    tenantId: Generated<string>
    id: string
    organizationId: string
    name: string
    about: string
    fixed: unknown
    draws: unknown
    shuffle: boolean
    shuffleOptions: boolean
    minutes: number | null
    attempts: number | null
    passPercent: number
    feedback: string
    opensAt: Date | null
    closesAt: Date | null
    listed: boolean
    publishedAt: Date | null
    retiredAt: Date | null
  }
  quizAnswer: {
    tenantId: Generated<string>
    attemptId: string
    position: number
    answer: string[]
    givenAt: Date
    counter: number
    savedAt: Date
    share: number | null
    markedBy: string | null
    markedAt: Date | null
    erased: Generated<boolean>
  }
  quizAttempt: {
    tenantId: Generated<string>
    id: string
    quizId: string
    personId: string
    number: number
    seed: string
    drawn: unknown
    size: number
    startedAt: Date
    endsAt: Date | null
    submittedAt: Date | null
    score: number | null
    most: number
    passed: boolean | null
  }
  quizExtra: {
    tenantId: Generated<string>
    quizId: string
    personId: string
    minutes: number
  }
  report: {
    tenantId: Generated<string>
    id: string
    organizationId: string
    language: string
    title: string
    period: string
    signerId: string | null
    createdBy: string | null
    createdAt: Date
    changedBy: string | null
    changedAt: Date
    deletedAt: Date | null
    seq: Generated<number>
    snapshot: Buffer
    snapshotSeq: Generated<number>
  }
  reportComment: {
    tenantId: Generated<string>
    id: string
    threadId: string
    personId: string | null
    text: string
    at: Date
    editedAt: Date | null
    deletedAt: Date | null
  }
  reportPicture: {
    tenantId: Generated<string>
    file: string
    type: string
    width: number
    height: number
    addedBy: string | null
    addedAt: Date
  }
  reportSchedule: {
    tenantId: Generated<string>
    id: string
    organizationId: string
    kind: string
    language: string
    signerId: string
    fromDate: string
    endedAt: Date | null
  }
  reportScheduled: {
    tenantId: Generated<string>
    scheduleId: string
    period: string
    reportId: string
  }
  reportTemplate: {
    tenantId: Generated<string>
    id: string
    organizationId: string
    language: string
    name: string
    title: string
    document: unknown
    createdBy: string | null
    changedAt: Date
    retiredAt: Date | null
  }
  reportThread: {
    tenantId: Generated<string>
    id: string
    reportId: string
    quote: string
    begunBy: string | null
    begunAt: Date
    resolvedBy: string | null
    resolvedAt: Date | null
  }
  reportUpdate: {
    tenantId: Generated<string>
    reportId: string
    seq: number
    key: string
    personId: string | null
    at: Date
    bytes: Buffer | null
    wrote: unknown
    removed: Generated<unknown>
  }
  reportVersion: {
    tenantId: Generated<string>
    id: string
    reportId: string
    seq: number
    name: string
    namedBy: string | null
    namedAt: Date
  }
  review: {
    tenantId: Generated<string>
    id: string
    organizationId: string
    checklistId: string
    checklistVersion: number
    period: string
    plannedOn: string
    reviewerId: string
    answers: Generated<unknown>
    more: Generated<unknown>
    seen: Generated<string>
    figures: unknown
    counts: unknown
    sentAt: Date | null
    finalAt: Date | null
    finalBy: string | null
    removedAt: Date | null
    createdAt: Date
  }
  reviewFinding: {
    tenantId: Generated<string>
    reviewId: string
    findingId: string
    position: number
    question: string | null
    answer: string | null
    answeredBy: string | null
    answeredAt: Date | null
  }
  safetyCheck: {
    tenantId: Generated<string>
    id: string
    planId: string | null
    planDate: string | null
    checklistId: string
    placeId: string
    plannedOn: string
    dueOn: string
    version: number | null
    key: string | null
    answers: unknown
    percent: number | null
    passed: boolean | null
    doneBy: string | null
    doneAt: Date | null
    arrivedAt: Date | null
  }
  seriesShifts: {
    tenantId: Generated<string>
    seriesId: string
    templateId: string
  }
  serviceRule: {
    tenantId: Generated<string>
    organizationId: string
    restMinutes: number | null
    dayMinutes: number | null
    weekMinutes: number | null
    yearMinutes: number | null
    lateHours: number | null
  }
  setupLink: {
    tokenHash: Buffer
    createdAt: Date
    usedAt: Date | null
  }
  shift: {
    tenantId: Generated<string>
    id: string
    activityId: string
    startsAt: Date
    endsAt: Date
    opensAt: Date | null
    closesAt: Date | null
    confirmation: Generated<string>
    confirmMinutes: Generated<number>
    cancelledAt: Date | null
    fell: Generated<boolean>
    hostId: string
  }
  shiftRole: {
    tenantId: Generated<string>
    id: string
    shiftId: string
    name: string
    skillIds: Generated<string[]>
    adults: Generated<boolean>
    least: Generated<number>
    target: number
    most: number
  }
  shiftTemplate: {
    tenantId: Generated<string>
    id: string
    organizationId: string
    name: string
    shifts: unknown
    changedAt: Date
    removedAt: Date | null
  }
  signup: {
    tenantId: Generated<string>
    id: string
    shiftId: string
    shiftRoleId: string
    personId: string
    state: string
    arrival: number
    at: Date
    changedAt: Date
    confirmBy: Date | null
    startsAt: Date
    endsAt: Date
    placedBy: string | null
    overruled: Generated<string[]>
    reason: string | null
    fellFrom: string | null
    hindrance: string | null
    takenAt: Date | null
    givenUpAt: Date | null
    givenUpLate: Generated<boolean>
    coveredAt: Date | null
  }
  skill: {
    tenantId: Generated<string>
    id: string
    name: string
    needsProof: Generated<boolean>
  }
  specialDay: {
    tenantId: Generated<string>
    date: string
    name: string
    works: boolean
  }
  studyMaterial: {
    tenantId: Generated<string>
    id: string
    activityId: string
    position: number
    title: string
    url: string | null
    body: string | null
    fileHash: string | null
    fileName: string | null
    readingMinutes: number
    removedAt: Date | null
  }
  studyPlan: {
    tenantId: Generated<string>
    id: string
    groupId: string
    year: number
  }
  studyPlanVersion: {
    tenantId: Generated<string>
    id: string
    planId: string
    number: number
    state: string
    reason: string | null
    writtenBy: string
    writtenAt: Date
    agreedBy: string | null
    agreedAt: Date | null
    revision: Generated<number>
  }
  studyReading: {
    tenantId: Generated<string>
    materialId: string
    personId: string
    readAt: Date
  }
  studySession: {
    tenantId: Generated<string>
    activityId: string
    lecturerId: string | null
    lecturer: string | null
    agenda: Generated<string[]>
    noteTakerId: string | null
    minutes: string | null
    decisions: Generated<string[]>
    notedBy: string | null
    notedAt: Date | null
    revision: Generated<number>
    quizId: string | null
  }
  studyTopic: {
    tenantId: Generated<string>
    versionId: string
    topicId: string
    position: number
    title: string
    aim: string | null
    material: string | null
    minutes: number
    fromMonth: number
    toMonth: number
  }
  swap: {
    tenantId: Generated<string>
    id: string
    fromSignup: string
    toPerson: string
    forSignup: string | null
    state: Generated<string>
    askedAt: Date
    answeredAt: Date | null
    decidedBy: string | null
    decidedAt: Date | null
  }
  tally: {
    tenantId: Generated<string>
    fact: string
    path: string
    piece: string
    combination: string[]
    records: number
    sums: number[]
  }
  tallyMember: {
    tenantId: Generated<string>
    fact: string
    field: string
    value: string
    ordinal: number
  }
  tallySet: {
    tenantId: Generated<string>
    fact: string
    field: string
    path: string
    piece: string
    combination: string[]
    members: Buffer
  }
  tallyState: {
    tenantId: Generated<string>
    fact: string
    definition: string
    countedTo: string
  }
  teamRequest: {
    tenantId: Generated<string>
    id: string
    teamId: string
    personId: string
    kind: string
    state: Generated<string>
    message: string | null
    askedBy: string
    askedAt: Date
    decidedBy: string | null
    decidedAt: Date | null
  }
  tenant: {
    id: string
    name: string
    slug: string
    timeZone: Generated<string>
    language: Generated<string>
    createdAt: Generated<Date>
  }
  volunteer: {
    tenantId: Generated<string>
    personId: string
    weeklyAsks: Generated<number>
    placeIds: Generated<string[]>
    companionIds: Generated<string[]>
    wishedTimes: Generated<string[]>
    homePlaceId: string | null
  }
  webhook: {
    tenantId: Generated<string>
    id: string
    url: string
    secret: Buffer
    events: string[]
    createdBy: string | null
    createdAt: Date
    disabledAt: Date | null
  }
  webhookDelivery: {
    tenantId: Generated<string>
    id: string
    webhookId: string
    event: string
    body: string
    createdAt: Date
    begunAt: Date
    dueAt: Date
    tries: Generated<number>
    sentAt: Date | null
    givenUpAt: Date | null
    failure: string | null
    status: number | null
  }
  wordTemplate: {
    tenantId: Generated<string>
    id: string
    name: string
    fileHash: string
    tags: string[]
    addedBy: string
    addedAt: Date
    retiredAt: Date | null
  }
  'auth.account': {
    id: string
    accountId: string
    providerId: string
    userId: string
    password: string | null
    accessToken: string | null
    refreshToken: string | null
    idToken: string | null
    accessTokenExpiresAt: Date | null
    refreshTokenExpiresAt: Date | null
    scope: string | null
    createdAt: Generated<Date>
    updatedAt: Generated<Date>
  }
  'auth.attempt': {
    subject: Buffer
    count: number
    since: Date
  }
  'auth.session': {
    id: string
    token: string
    userId: string
    expiresAt: Date
    ipAddress: string | null
    userAgent: string | null
    createdAt: Generated<Date>
    updatedAt: Generated<Date>
  }
  'auth.twoFactor': {
    id: string
    userId: string
    secret: string
    backupCodes: string
    verified: Generated<boolean>
    failedVerificationCount: Generated<number>
    lockedUntil: Date | null
  }
  'auth.user': {
    id: string
    name: string
    email: string
    emailVerified: Generated<boolean>
    image: string | null
    twoFactorEnabled: Generated<boolean>
    tenantId: string
    personId: string
    createdAt: Generated<Date>
    updatedAt: Generated<Date>
  }
  'auth.verification': {
    id: string
    identifier: string
    value: string
    expiresAt: Date
    createdAt: Generated<Date>
    updatedAt: Generated<Date>
  }
}

export const tenantTables: ReadonlySet<string> = new Set([
  'activity',
  'activity_series',
  'activity_team',
  'audit_entry',
  'availability',
  'board',
  'board_card',
  'booking',
  'calendar_feed',
  'change_mark',
  'check_hazard',
  'check_photo',
  'check_plan',
  'checklist',
  'checklist_version',
  'contest',
  'contest_entrant',
  'contest_place',
  'contest_round',
  'contest_team',
  'corrective_action',
  'course',
  'course_completion',
  'course_exemption',
  'course_member',
  'course_part',
  'course_progress',
  'cover_ask',
  'credential',
  'credential_key',
  'door_event',
  'dossier',
  'dossier_closing',
  'dossier_reviewer',
  'dossier_text',
  'duty',
  'duty_holding',
  'duty_letter',
  'duty_letter_template',
  'equipment',
  'finding',
  'finding_event',
  'floor_picture',
  'form',
  'form_fill',
  'form_lesson',
  'form_schedule',
  'form_scheduled',
  'form_version',
  'group_member',
  'hand_over',
  'helper_consent',
  'hours_entry',
  'import_mapping',
  'import_run',
  'import_source',
  'indicator',
  'indicator_version',
  'invitation',
  'kept_apart',
  'kiosk',
  'made_up',
  'meeting',
  'meeting_decision',
  'meeting_item',
  'membership',
  'minor',
  'notice',
  'notice_address',
  'notice_choice',
  'notice_delivery',
  'notice_wish',
  'objective',
  'objective_evidence',
  'organization',
  'participation',
  'people_group',
  'person',
  'place',
  'place_closure',
  'policy',
  'policy_reading',
  'policy_version',
  'published_count',
  'published_file',
  'published_report',
  'published_year',
  'qualification',
  'question',
  'question_version',
  'quiz',
  'quiz_answer',
  'quiz_attempt',
  'quiz_extra',
  'report',
  'report_comment',
  'report_picture',
  'report_schedule',
  'report_scheduled',
  'report_template',
  'report_thread',
  'report_update',
  'report_version',
  'review',
  'review_finding',
  'safety_check',
  'series_shifts',
  'service_rule',
  'shift',
  'shift_role',
  'shift_template',
  'signup',
  'skill',
  'special_day',
  'study_material',
  'study_plan',
  'study_plan_version',
  'study_reading',
  'study_session',
  'study_topic',
  'swap',
  'tally',
  'tally_member',
  'tally_set',
  'tally_state',
  'team_request',
  'volunteer',
  'webhook',
  'webhook_delivery',
  'word_template',
])

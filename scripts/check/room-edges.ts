export type RoomEdges = Readonly<Record<string, readonly string[]>>;

/**
 * The map of the house: which room of lib may know which. An edge that is not here is refused, and so is one
 * here that nothing uses any more. Tests do not count.
 */
export const roomEdges: RoomEdges = {
  activity: ['access', 'engagements', 'format', 'model-file'],
  administration: ['sign-in'],
  alternatives: ['access', 'activity', 'engagements', 'lines', 'model', 'model-file', 'server'],
  archives: ['access', 'mail', 'server', 'sign-in'],
  calendars: ['access', 'milestones', 'server', 'sign-in'],
  claims: ['access', 'activity', 'engagements', 'format', 'lines', 'model', 'model-file', 'server'],
  engagements: ['access', 'activity', 'format', 'lines', 'model', 'model-file', 'readiness', 'server', 'thresholds'],
  evidence: ['access', 'activity', 'engagements', 'format', 'server'],
  format: ['model'],
  invitations: ['access', 'activity', 'format', 'mail', 'people', 'server', 'sign-in'],
  line: ['access', 'engagements', 'format', 'model'],
  lines: ['access', 'activity', 'engagements', 'format', 'model', 'model-file', 'readiness', 'server', 'thresholds'],
  live: ['access', 'activity', 'engagements', 'server', 'sign-in'],
  mail: ['server'],
  milestones: ['access', 'activity', 'format', 'mail', 'model', 'model-file', 'server'],
  'model-file': ['model'],
  offers: ['access', 'activity', 'engagements', 'format', 'lines', 'model', 'model-file', 'server'],
  operations: ['activity', 'live', 'mail', 'preparedness', 'server', 'sign-in'],
  people: ['access', 'activity', 'format', 'server', 'sign-in'],
  plans: ['access', 'activity', 'engagements', 'model', 'model-file', 'server'],
  preparedness: [
    'access',
    'activity',
    'engagements',
    'format',
    'milestones',
    'model',
    'plans',
    'readiness',
    'server',
    'thresholds',
  ],
  preferences: ['access', 'format', 'server'],
  reviews: ['access', 'activity', 'server'],
  'row-notes': ['access', 'engagements', 'evidence', 'reviews', 'talk'],
  server: ['access', 'engagements', 'sign-in'],
  'sign-in': ['access', 'format', 'mail', 'people', 'server'],
  starter: ['lines'],
  talk: ['access', 'activity', 'format', 'mail', 'server'],
  thresholds: ['engagements'],
  worksheet: ['format', 'model', 'model-file'],
};

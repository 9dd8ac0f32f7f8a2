import { z } from 'zod'
import { endpoint } from '../../../../platform/endpoint.ts'
import { TeamCategory } from '../../../organizations/contract.ts'
import { personName, phone } from '../../../organizations/people/contract.ts'

export const posts = ['leader', 'deputy', 'member'] as const
export const Post = z.enum(posts)
export type Post = z.output<typeof Post>

/** What the reader is to the team: in it, asking to be, asked to be, or nothing. */
export const Standing = z.enum([...posts, 'request', 'invitation'])

const Strength = z.object({ skillId: z.uuid(), name: z.string(), people: z.int() })

export const TeamRow = z.object({
  id: z.uuid(),
  name: z.string(),
  category: TeamCategory,
  parentName: z.string(),
  members: z.int(),
  leaders: z.array(z.string()),
  mine: Standing.nullable(),
  /** How many hold a skill that counts today, and what waits for an answer. Null when the reader does not lead there. */
  strength: z.array(Strength).nullable(),
  requests: z.int().nullable(),
})
export type TeamRow = z.output<typeof TeamRow>

export const listTeams = endpoint({
  name: 'listTeams',
  method: 'GET',
  path: '/api/teams',
  input: z.object({
    category: TeamCategory.optional(),
    skillId: z.uuid().optional(),
    q: z.string().max(60).default(''),
    sort: z.enum(['members', '-members', 'name']).default('-members'),
  }),
  output: z.array(TeamRow),
})

const Person = z.object({ id: z.uuid(), name: z.string() })

export const TeamCard = TeamRow.extend({
  /** Leaders and deputies are known to everybody, members to one another and to those who lead. */
  people: z.array(Person.extend({ post: Post, phone: z.string().nullable() })),
  /** Requests to decide and invitations without an answer; null when the reader does not lead here. */
  open: z
    .array(
      z.object({
        id: z.uuid(),
        kind: z.enum(['request', 'invitation']),
        person: Person,
        message: z.string().nullable(),
        askedAt: z.coerce.date(),
      }),
    )
    .nullable(),
  /** The reader's own open request or invitation. */
  myRequestId: z.uuid().nullable(),
  mayLead: z.boolean(),
  /** May they name leaders and deputies? */
  mayNamePosts: z.boolean(),
})
export type TeamCard = z.output<typeof TeamCard>

const one = z.object({ teamId: z.uuid() })
const request = z.object({ teamRequestId: z.uuid() })

export const readTeam = endpoint({
  name: 'readTeam',
  method: 'GET',
  path: '/api/teams/:teamId',
  input: one,
  output: TeamCard,
})

/** Whoever was invited already is in with it. */
export const askToJoin = endpoint({
  name: 'askToJoin',
  method: 'POST',
  path: '/api/teams/:teamId/requests',
  input: one.extend({ message: z.string().trim().max(300).nullable().default(null) }),
  output: TeamCard,
})

/** By their card, or (whoever is not seen from here) by name and phone number. Whoever asked already is in with it. */
export const inviteToTeam = endpoint({
  name: 'inviteToTeam',
  method: 'POST',
  path: '/api/teams/:teamId/invitations',
  input: one.extend({
    personId: z.uuid().optional(),
    name: personName.optional(),
    phone: phone.optional(),
  }),
  output: TeamCard,
})

/** A request is answered by those who lead, an invitation by the invited. */
export const answerTeamRequest = endpoint({
  name: 'answerTeamRequest',
  method: 'POST',
  path: '/api/team-requests/:teamRequestId/answer',
  input: request.extend({ accept: z.boolean() }),
  output: TeamCard,
})

/** Whoever asked takes it back. */
export const withdrawTeamRequest = endpoint({
  name: 'withdrawTeamRequest',
  method: 'POST',
  path: '/api/team-requests/:teamRequestId/withdraw',
  input: request,
  output: TeamCard,
})

/** Somebody leaves, or whoever leads lets them go. */
export const leaveTeam = endpoint({
  name: 'leaveTeam',
  method: 'POST',
  path: '/api/teams/:teamId/people/:personId/leave',
  input: one.extend({ personId: z.uuid() }),
  output: TeamCard,
})

export const nameToPost = endpoint({
  name: 'nameToPost',
  method: 'PUT',
  path: '/api/teams/:teamId/people/:personId/post',
  input: one.extend({ personId: z.uuid(), post: Post }),
  output: TeamCard,
})

/** Somebody new with a name and perhaps a phone number: no account, no e-mail. */
export const addVolunteer = endpoint({
  name: 'addVolunteer',
  method: 'POST',
  path: '/api/teams/:teamId/people',
  input: one.extend({
    name: personName,
    phone: phone.nullable().default(null),
    /** There is one of this name in the team: it is somebody else all the same. */
    anyway: z.boolean().default(false),
  }),
  output: TeamCard,
})

/** What waits for the reader: invitations to them. */
export const myInvitations = endpoint({
  name: 'myInvitations',
  method: 'GET',
  path: '/api/team-requests/mine',
  input: z.object({}),
  output: z.array(z.object({ id: z.uuid(), teamId: z.uuid(), teamName: z.string(), askedAt: z.coerce.date() })),
})

/** Requests to join a team that the reader leads. */
export const requestsToDecide = endpoint({
  name: 'requestsToDecide',
  method: 'GET',
  path: '/api/team-requests/to-decide',
  input: z.object({}),
  output: z.array(
    z.object({
      id: z.uuid(),
      teamId: z.uuid(),
      teamName: z.string(),
      person: Person,
      message: z.string().nullable(),
      askedAt: z.coerce.date(),
    }),
  ),
})

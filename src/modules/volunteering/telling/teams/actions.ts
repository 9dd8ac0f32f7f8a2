import { subscribe } from '../../../../platform/events.ts'
import { dayIn } from '../../../../platform/zone.ts'
import { notify } from '../../../notices/actions.ts'
import * as matters from '../../matters.ts'
import { teamAnswered, teamAsked } from '../../people/teams/actions.ts'
import { peopleIn, requestById } from '../../people/teams/queries.ts'

const accepted = { words: ['You are in the team', '您已入队'] } as const
const declined = { words: ['Not this time', '本次未通过'] } as const

/** A request reaches those who lead, an invitation whom it invites, an answer whoever asked. */
export const subscriptions = [
  subscribe(teamAsked, async (context, { teamRequestId }) => {
    const { tx, me, now } = context
    const request = await requestById(tx, teamRequestId)
    if (!request) return
    const { teamId, teamName: team, personId, personName: name } = request
    const more = { key: teamRequestId, link: `/teams/${teamId}` as const }
    if (request.kind === 'invitation')
      return notify(context, { ...more, personIds: [personId], matter: matters.teamInvites, values: { team } })
    const members = await peopleIn(tx, teamId, dayIn(me.timeZone, now))
    const personIds = members.filter(({ role }) => role === 'teamLeader').map(({ id }) => id)
    await notify(context, { ...more, personIds, matter: matters.teamAsked, values: { name, team } })
  }),
  subscribe(teamAnswered, async (context, { teamRequestId, accepted: yes }) => {
    const request = await requestById(context.tx, teamRequestId)
    if (request?.kind !== 'request') return
    await notify(context, {
      personIds: [request.personId],
      matter: matters.teamAnswered,
      key: teamRequestId,
      values: { team: request.teamName, answer: yes ? accepted : declined },
      link: `/teams/${request.teamId}`,
    })
  }),
]

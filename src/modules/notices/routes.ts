import { route } from '../../platform/route.ts'
import { holdersOf } from '../organizations/rules.ts'
import * as addresses from './addresses/actions.ts'
import * as addressContract from './addresses/contract.ts'
import * as choosing from './choosing/actions.ts'
import * as choosingContract from './choosing/contract.ts'
import * as inbox from './inbox/actions.ts'
import * as inboxContract from './inbox/contract.ts'
import * as webhooks from './webhooks/actions.ts'
import * as webhookContract from './webhooks/contract.ts'

const administrators = holdersOf('administer')

export const routes = [
  route(inboxContract.listNotices, 'signedIn', inbox.listNotices),
  route(inboxContract.countUnread, 'signedIn', inbox.countUnread),
  route(inboxContract.readNotice, 'signedIn', inbox.readNotice),
  route(inboxContract.readAllNotices, 'signedIn', inbox.readAllNotices),
  route(choosingContract.readChoices, 'signedIn', choosing.readChoices),
  route(choosingContract.chooseWays, 'signedIn', choosing.chooseWays),
  route(choosingContract.setWishes, 'signedIn', choosing.setWishes),
  route(addressContract.addMailbox, 'signedIn', addresses.addMailbox),
  route(addressContract.confirmAgain, 'signedIn', addresses.confirmAgain),
  route(addressContract.addDevice, 'signedIn', addresses.addDevice),
  route(addressContract.removeAddress, 'signedIn', addresses.removeAddress),
  route(webhookContract.listWebhooks, administrators, webhooks.listWebhooks),
  route(webhookContract.createWebhook, administrators, webhooks.createWebhook),
  route(webhookContract.changeWebhook, administrators, webhooks.changeWebhook),
  route(webhookContract.renewWebhookSecret, administrators, webhooks.renewWebhookSecret),
  route(webhookContract.removeWebhook, administrators, webhooks.removeWebhook),
  route(webhookContract.tryWebhook, administrators, webhooks.tryWebhook),
  route(webhookContract.listHookDeliveries, administrators, webhooks.listHookDeliveries),
  route(webhookContract.sendHookAgain, administrators, webhooks.sendHookAgain),
]

import { route } from '../../platform/route.ts'
import { holdersOf } from '../organizations/rules.ts'
import * as actions from './actions.ts'
import * as contract from './contract.ts'
import { readFloor, removeFloor, setFloor } from './floors/actions.ts'

const managers = holdersOf('managePlaces')

export const routes = [
  route(contract.listPlaces, 'signedIn', actions.listPlaces),
  route(contract.searchPlaces, 'signedIn', actions.searchPlaces),
  route(contract.getPlace, 'signedIn', actions.getPlace),
  route(contract.listBookings, 'signedIn', actions.listBookings),
  route(contract.roomsFor, holdersOf('planActivities'), actions.roomsFor),
  route(contract.createPlace, managers, actions.createPlace),
  route(contract.changePlace, managers, actions.changePlace),
  route(contract.closePlace, managers, actions.closePlace),
  route(contract.readFloor, 'signedIn', readFloor),
  route(contract.setFloor, managers, setFloor),
  route(contract.removeFloor, managers, removeFloor),
  route(contract.setEquipment, managers, actions.setEquipment),
]

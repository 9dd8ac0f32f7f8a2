import { Refused } from '../errors.ts'
import { NotSignedIn, TooMany } from '../problem.ts'

/** better-auth's codes in our own reasons. */
export function refusalOf({ code }: Record<string, unknown>, signedIn: boolean): Error {
  switch (code) {
    case 'INVALID_EMAIL_OR_PASSWORD':
    case 'INVALID_EMAIL':
      return new NotSignedIn('wrongNameOrPassword')
    case 'INVALID_PASSWORD':
      return new Refused('wrongPassword')
    case 'INVALID_CODE':
    case 'INVALID_BACKUP_CODE':
      return signedIn ? new Refused('wrongCode') : new NotSignedIn('wrongCode')
    case 'INVALID_TWO_FACTOR_COOKIE':
    case 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE':
      return new NotSignedIn('startAgain')
    case 'ACCOUNT_TEMPORARILY_LOCKED':
      return new TooMany(15)
    case 'TOTP_ALREADY_ENABLED':
      return new Refused('secondStepOn')
    case 'TOTP_NOT_ENABLED':
    case 'TWO_FACTOR_NOT_ENABLED':
    case 'BACKUP_CODES_NOT_ENABLED':
      return new Refused('secondStepOff')
    case 'UNAUTHORIZED':
      return new NotSignedIn()
    default:
      return new Error(`sign-in refused for a reason unknown here: ${String(code)}`)
  }
}

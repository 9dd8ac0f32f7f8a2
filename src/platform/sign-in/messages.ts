import type { Words } from '../i18n.ts'

/** Every 'no' of signing in. None of them says whether a name is known. */
export const signInWords = {
  wrongNameOrPassword: [
    'The name and the password do not belong together. Check both and try again.',
    '账号与密码不匹配，请核对后重试。',
  ],
  tooManyTries: [
    'Too many attempts. Try again in {minutes, plural, one {# minute} other {# minutes}}.',
    '尝试次数过多，请 {minutes} 分钟后再试。',
  ],
  wrongPassword: ['The password is not right. Nothing was changed.', '密码不正确，未做任何更改。'],
  wrongCode: [
    'This code is not right, or no longer valid. Take the newest one.',
    '验证码不正确或已过期，请使用最新的验证码。',
  ],
  startAgain: [
    'This took too long, or too many attempts. Begin again with name and password.',
    '已超时或尝试过多，请重新输入账号和密码。',
  ],
  secondStepOn: ['The second step is already on.', '两步验证已经开启。'],
  secondStepOff: ['The second step is not on.', '两步验证尚未开启。'],
} satisfies Record<string, Words>

import { NotFound } from '../../../platform/errors.ts'
import type { PublicAsked, PublicPage } from '../../../platform/public/page.ts'
import { profile } from '../issuer/actions.ts'
import { statusList } from '../status/actions.ts'

const officeOf = ({ params }: PublicAsked): string => params.slug ?? ''

/** What programs need to verify a certificate without us: the issuer's keys, and which certificates are revoked. */
export const pages: readonly PublicPage[] = [
  {
    name: 'issuerProfile',
    method: 'GET',
    path: '/issuers/:slug',
    perMinute: 300,
    officeOf,
    render: async (context) => ({ data: await profile(context), type: 'application/ld+json', seconds: 300 }),
  },
  {
    name: 'issuerStatus',
    method: 'GET',
    path: '/issuers/:slug/status/:list',
    perMinute: 300,
    officeOf,
    render: async (context, { params }) => {
      if (!/^[1-9]\d{0,5}$/.test(params.list ?? '')) throw new NotFound()
      const data = await statusList(context, { list: Number(params.list) })
      return { data, type: 'application/vc+ld+json', seconds: 60 }
    },
  },
]

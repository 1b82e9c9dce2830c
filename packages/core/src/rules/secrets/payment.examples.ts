import type { ExamplesFor } from '../../rule.js';
import type { paymentSecretRules } from './payment.js';
import { alnum, base64, digits, examples, hex, lower, namedExamples, tokenExamples, uuid } from './samples.js';

const plaidSecret = hex(30);

export const paymentSecretExamples = {
  'secret/stripe-key': tokenExamples('sk' + '_live_', alnum(24), {
    match: [`stripe.api_key = "${'rk'}_test_${alnum(99)}"`],
    noMatch: [`desk_live_${alnum(24)} is a table name`],
  }),
  'secret/stripe-publishable-key': tokenExamples('pk' + '_live_', alnum(24)),
  'secret/stripe-webhook-secret': tokenExamples('wh' + 'sec_', alnum(32)),
  'secret/square-token': tokenExamples('sq0' + 'atp-', alnum(22), {
    match: [`SQUARE_SECRET=${'sq0'}csp-${alnum(43)}`],
  }),
  'secret/square-application-id': tokenExamples('sq0' + 'idp-', alnum(22)),
  'secret/braintree-token': tokenExamples('access_' + 'token$production$', `${lower(16)}$${hex(32)}`),
  'secret/paypal-secret': namedExamples('PayPal', 'PAYPAL_CLIENT_SECRET', `E${alnum(79)}`),
  'secret/adyen-key': tokenExamples('AQ' + 'Eyhm', `${base64(140)}-${base64(43)}=-${alnum(16)}`),
  'secret/razorpay-key': tokenExamples('rzp' + '_live_', alnum(14)),
  'secret/razorpay-secret': namedExamples('Razorpay', 'RAZORPAY_KEY_SECRET', alnum(24)),
  'secret/shopify-token': tokenExamples('shp' + 'at_', hex(32), {
    match: [`SHOPIFY_API_SECRET: ${'shp'}ss_${alnum(32)}`],
  }),
  'secret/plaid-token': tokenExamples('access-' + 'production-', uuid()),
  'secret/plaid-secret': examples(
    [
      `PLAID_CLIENT_ID=abc\nPLAID_SECRET=${plaidSecret}`,
      `const plaid = { env: 'production', secret: '${plaidSecret}' };`,
      `The Plaid secret is ${plaidSecret}, the dashboard says it is active.`,
    ],
    [
      'PLAID_SECRET=<from the dashboard>',
      `The Plaid request ${plaidSecret} took two seconds, the secret was fine.`,
      'Does Plaid rotate the secret?',
    ],
  ),
  'secret/flutterwave-key': tokenExamples('FLW' + 'SECK_TEST-', `${hex(32)}-X`),
  'secret/mollie-key': examples(
    [
      `MOLLIE_API_KEY=${'li'}ve_${alnum(30)}`,
      `mollieClient = createMollieClient({ apiKey: '${'te'}st_${alnum(30)}' });`,
      `Mollie refuses ${'li'}ve_${alnum(30, 4)} with 401.`,
    ],
    [
      `${'li'}ve_${alnum(30)} is a stream`,
      'Mollie keys begin with live_ or test_.',
      `MOLLIE_API_KEY=test_${'x'.repeat(30)}`,
    ],
  ),
  'secret/gocardless-token': examples(
    [
      `GOCARDLESS_ACCESS_TOKEN=${'li'}ve_${alnum(40)}`,
      `gocardless: { token: "${'sand'}box_${alnum(40)}" }`,
      `Why does GoCardless say ${'li'}ve_${alnum(40, 3)} is revoked?`,
    ],
    [
      'GoCardless tokens begin with live_ or sandbox_.',
      `GOCARDLESS_ACCESS_TOKEN=live_${'x'.repeat(40)}`,
      `gocardless live_${alnum(12)}`,
    ],
  ),
  'secret/paddle-key': tokenExamples('pdl' + '_live_', `apikey_${lower(26)}_${alnum(22)}_${alnum(3)}`),
  'secret/pagarme-key': tokenExamples('ak' + '_live_', alnum(30)),
  'secret/mercadopago-token': tokenExamples('APP_' + 'USR-', `${digits(16)}-${digits(6)}-${hex(32)}-${digits(9)}`),
  'secret/xendit-key': tokenExamples('xnd_' + 'production_', alnum(56)),
  'secret/midtrans-key': tokenExamples('Mid-' + 'server-', alnum(24)),
  'secret/easypost-key': tokenExamples('EZ' + 'AK', alnum(54)),
  'secret/shippo-token': tokenExamples('shippo' + '_live_', hex(40)),
  'secret/coinbase-key': namedExamples('Coinbase', 'COINBASE_API_SECRET', alnum(32)),
} satisfies ExamplesFor<ReturnType<typeof paymentSecretRules>>;

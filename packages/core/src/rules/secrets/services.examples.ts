import type { ExamplesFor } from '../../rule.js';
import { alnum, digits, examples, hex, letters, lower, uuid } from './samples.js';
import type { serviceSecretRules } from './services.js';

export const serviceSecretExamples = {
  'secret/service-key': examples(
    [
      `cloudsmith ${hex(40)}`,
      `I tried everhour=${uuid(2)} and got a 403.`,
      `zenrows: "${lower(24)}"`,
      `uclassifykey=QRS${digits(3)}TUV${digits(3, 2)}`,
    ],
    [
      'Mailjet sends 6000 messages a month for free.',
      'See https://cloudsmith.io/~team/repos/releases/packages/v2024050112',
      'The Asana board "Release 2024-05-11" is full.',
      'zenrows = xxxxxxxxxxxxxxxxxxxxxxxx',
    ],
  ),
  'secret/service-token': examples(
    [
      `FLEETBASE=${'flb' + '_live_'}${alnum(20)}`,
      `{"token": "${'BB' + 'FF-'}${alnum(30)}"}`,
      `Use ${'shl' + 'tm_'}${alnum(40)} for it.`,
      `ionic login with ${'ion' + '_'}${alnum(42)}`,
      `FullStory ${'na' + '1.'}${alnum(96)}`,
      `beamer = ${'b' + '_'}${letters(44)}`,
    ],
    [`flb_live_${'x'.repeat(20)}`, 'The reaction ion_exchange is slow.', 'web_components are in na1.example.test'],
  ),
} satisfies ExamplesFor<ReturnType<typeof serviceSecretRules>>;

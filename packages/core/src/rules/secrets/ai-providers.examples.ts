import type { ExamplesFor } from '../../rule.js';
import type { aiProviderSecretRules } from './ai-providers.js';
import { alnum, examples, hex, letters, lower, namedExamples, tokenExamples, upper, uuid } from './samples.js';

const pineconeKey = uuid(8);
const wandbKey = hex(40, 6);

export const aiProviderSecretExamples = {
  'secret/openai-key': tokenExamples('sk' + '-proj-', `${alnum(74)}T3Blbk${'FJ'}${alnum(74)}`, {
    match: [`openai.api_key = "${'sk'}-${alnum(20)}T3Blbk${'FJ'}${alnum(20)}"`],
    noMatch: ['The task-proj-management-board is at the usual place.'],
  }),
  'secret/sk-key': tokenExamples('s' + 'k-', alnum(48), {
    match: [`DEEPSEEK_API_KEY=${'s'}k-${hex(32)}`],
    noMatch: ['The class sk-fading-circle-with-twelve-dots-and-one-more-dot is from a spinner.'],
  }),
  'secret/anthropic-key': tokenExamples('sk' + '-ant-', `api03-${alnum(93)}AA`, {
    noMatch: ['ssk-ant-api04-NotARealKeyButLooksLikeOne'],
  }),
  'secret/huggingface-token': tokenExamples('h' + 'f_', letters(34)),
  'secret/cohere-key': namedExamples('Cohere', 'COHERE_API_KEY', alnum(40)),
  'secret/mistral-key': namedExamples('Mistral', 'MISTRAL_API_KEY', alnum(32)),
  'secret/replicate-token': tokenExamples('r' + '8_', alnum(37)),
  'secret/groq-key': tokenExamples('gs' + 'k_', alnum(52)),
  'secret/xai-key': tokenExamples('x' + 'ai-', alnum(80)),
  'secret/perplexity-key': tokenExamples('pp' + 'lx-', alnum(48)),
  'secret/openrouter-key': tokenExamples('sk' + '-or-v1-', hex(64)),
  'secret/pinecone-key': tokenExamples('pc' + 'sk_', `${alnum(6)}_${alnum(63)}`),
  'secret/pinecone-legacy-key': examples(
    [
      `PINECONE_API_KEY=${pineconeKey}`,
      `pinecone.init(api_key="${pineconeKey}", environment="us-west1-gcp")`,
      `Pinecone says the key ${pineconeKey} is unknown.`,
    ],
    [
      `pinecone upsert of vector ${pineconeKey} failed, is the key right?`,
      'How do I make a second Pinecone API key?',
      'PINECONE_API_KEY=your-key-here',
    ],
  ),
  'secret/langsmith-key': tokenExamples('ls' + 'v2_pt_', `${hex(32)}_${hex(10)}`),
  'secret/langfuse-key': tokenExamples('sk' + '-lf-', uuid()),
  'secret/ai-gateway-key': tokenExamples('sk' + '-litellm-', alnum(32)),
  'secret/nvidia-key': tokenExamples('nv' + 'api-', alnum(64)),
  'secret/together-key': namedExamples('Together', 'TOGETHER_API_KEY', hex(64)),
  'secret/fireworks-key': tokenExamples('f' + 'w_', alnum(24)),
  'secret/cerebras-key': tokenExamples('cs' + 'k-', lower(48)),
  'secret/voyage-key': tokenExamples('p' + 'a-', alnum(43), {
    noMatch: ['See /news/pa-governor-presents-the-2024-budget-for-schools-and-roads for more.'],
  }),
  'secret/tavily-key': tokenExamples('tv' + 'ly-', alnum(32)),
  'secret/firecrawl-key': tokenExamples('f' + 'c-', hex(32)),
  'secret/jina-key': tokenExamples('ji' + 'na_', `${hex(32)}${alnum(28)}`),
  'secret/elevenlabs-key': tokenExamples('s' + 'k_', hex(48)),
  'secret/deepgram-key': namedExamples('Deepgram', 'DEEPGRAM_API_KEY', hex(40)),
  'secret/wandb-key': examples(
    [`wandb login ${wandbKey}`, `WANDB_API_KEY=${wandbKey}`, `wandb.login(key="${wandbKey}")`],
    [`wandb: run at commit ${wandbKey} finished`, 'wandb login --relogin', 'WANDB_API_KEY=<paste it here>'],
  ),
  'secret/llamacloud-key': tokenExamples('ll' + 'x-', alnum(48)),
  'secret/voiceflow-key': tokenExamples('VF.' + 'DM.', `${hex(24)}.${alnum(16)}`),
  'secret/runpod-key': tokenExamples('rp' + 'a_', upper(42)),
  'secret/e2b-key': tokenExamples('e2' + 'b_', hex(40)),
  'secret/apify-token': tokenExamples('apify' + '_api_', alnum(36)),
} satisfies ExamplesFor<ReturnType<typeof aiProviderSecretRules>>;

import type { ExamplesFor } from '../../rule.js';
import type { cryptoRules } from './crypto.js';

// Addresses of made-up keys; the two ancient ones of the first Bitcoin block and of BIP 173 are known to everybody.
export const cryptoExamples = {
  'pii/bitcoin-legacy': {
    match: [
      'Send it to 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa.',
      'bitcoin:37Nu4B3eDqqWnu5rGscCWp6ikSJq8EnTAi?amount=0.1',
      'tips: 1evpdLNicb2jhNZz2meWVUnpNmFCPA4XB',
    ],
    noMatch: [
      'Send it to 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb.',
      'bitcoin wallets hold 37000000000000000000000000000 satoshi',
      'The 1st build id is 1a2b3c4d5e6f7a8b9c1d2e3f4a5b6c7d8e.',
    ],
  },
  'pii/bitcoin-segwit': {
    match: [
      'pay bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq',
      'BC1QAR0SRRR7XFKVY5L643LYDNW9RE59GTZZWF5MDQ',
      'ltc1qfsh79vn6pg0kaytjeq8w4ur23clxd5mzlun90q for litecoin',
      'taproot: bc1p9vn6pg0kaytjeq8w4ur23clxd5mzfsh79vn6pg0kaytjeq8w4ur26ekg2a',
    ],
    noMatch: [
      'pay bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdp',
      'Is bc1 the prefix of every new address?',
      'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdqq',
    ],
  },
  'pii/bech32-address': {
    match: [
      'cosmos1d5mzfsh79vn6pg0kaytjeq8w4ur23clxlnqf5n is mine',
      'stake with osmo14ur23clxd5mzfsh79vn6pg0kaytjeq8wh08jqv',
      'ada to addr1tjeq8w4ur23clxd5mzfsh79vn6pg0kaytjeq8w4ur23clxd5mzfsh79vn6pg0kaytjeq8w4ur23clxd5mzfsh79vn6pgas6cr6',
    ],
    noMatch: [
      'cosmos1d5mzfsh79vn6pg0kaytjeq8w4ur23clxlnqf5m is mistyped',
      'The variable addr1 holds the first address.',
      'juno1 was the first probe of the series',
    ],
  },
  'pii/ethereum': {
    match: [
      'My wallet: 0x1F2e3D4c5b6A79880A1b2C3D4E5F60718293a4b5',
      '{"to":"0x00a329c0648769A73afAc7F9381E08FB43dBEA72"}',
      'refund 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed please',
    ],
    noMatch: [
      'My wallet: 0x1f2e3D4c5b6A79880A1b2C3D4E5F60718293a4b5',
      'tx 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed5aAeb6053F3E94C9b9A09f33',
      'mask 0xDEADbeef',
    ],
  },
  'pii/ethereum-unchecked': {
    match: [
      'Send the tokens to 0x00a329c0648769a73afac7f9381e08fb43dbea72.',
      'to: 0x1f2e3d4c5b6a79880a1b2c3d4e5f60718293a4b5',
      '0x52908400098527886E0F7030069857D2E4169EE7',
    ],
    noMatch: [
      '0x0000000000000000000000000000000000000000',
      'sha256 0x00a329c0648769a73afac7f9381e08fb43dbea7200a329c0648769a73afac7f9',
      'return 0x7fffffff;',
    ],
  },
  'pii/altcoin': {
    match: [
      'Litecoin: LMLp8y65fAfQC7zEMriyQAXiwbq37uhZmr',
      'much wow, doge to DCZqMrTwBjcMdeKPM39Q42A34V8Xta4a4y',
      'USDT (TRC20) TVCgvsbN9RdJmtLp5pULd1SxtsK6BGYRkY',
      'zcash t1PHZW8T7UuiJ8waQVPPMAwLrsWTMHFRyjC',
    ],
    noMatch: [
      'Litecoin: LMLp8y65fAfQC7zEMriyQAXiwbq37uhZms',
      'wallet id AbCdEfGhJkLmNpQrStUvWxYz123456789A',
      'The dash is a punctuation mark, see doge.example.',
    ],
  },
  'pii/ripple': {
    match: [
      'XRP goes to revFdL45cbpj64ZzpmeWV78F4mEUPwhXB',
      'my ripple address is revFdL45cbpj64ZzpmeWV78F4mEUPwhXB, no tag',
      'wallet=revFdL45cbpj64ZzpmeWV78F4mEUPwhXB',
    ],
    noMatch: [
      'XRP goes to revFdL45cbpj64ZzpmeWV78F4mEUPwhXb',
      'a ripple on the water, rather like rain on a pond',
      'the crypto module exports randomBytesOfTheGivenSize',
    ],
  },
  'pii/monero': {
    match: [
      'monero: 41jykJDP7rpbcN9r5dSXVaXafFTo7GLJ4TYvA6XHLiUGPXB4EUpsSG8KVRxNKrMKC4FTgrWArMCqeBRwke1rMRyA5NYiDTt',
      'pay in XMR to 41jykJDP7rpbcN9r5dSXVaXafFTo7GLJ4TYvA6XHLiUGPXB4EUpsSG8KVRxNKrMKC4FTgrWArMCqeBRwke1rMRyA5NYiDTt',
      'wallet 41jykJDP7rpbcN9r5dSXVaXafFTo7GLJ4TYvA6XHLiUGPXB4EUpsSG8KVRxNKrMKC4FTgrWArMCqeBRwke1rMRyA5NYiDTt (private)',
    ],
    noMatch: [
      'monero: 41jykJDP7rpbcN9r5dSXVaXafFTo7GLJ4TYvA6XHLiUGPXB4EUpsSG8KVRxNKrMKC4FTgrWArMCqeBRwke1rMRyA5NYiDTu',
      'monero has a fixed emission of 0.6 coins a block',
      'xmr 41jykJDP7rpbcN9r5dSXVaXaf',
    ],
  },
  'pii/solana': {
    match: [
      'Solana: 7hnVzeHPdcuedC3MJ2oYQ1BpyquNzLp9qzjAYCQEuMws',
      'my phantom wallet is 7hnVzeHPdcuedC3MJ2oYQ1BpyquNzLp9qzjAYCQEuMws',
      'airdrop on solana to 7hnVzeHPdcuedC3MJ2oYQ1BpyquNzLp9qzjAYCQEuMws please',
    ],
    noMatch: [
      'Solana signs with 3yZe7d5NcGqYqQ8s1kW2mXoR4tVbHnJpL6fAuEgCiDz5KfT9wQbMvNxPrYhGjUo',
      'solana handles fiftyThousandTransactionsInOneSecondFlat',
      'The phantom of the opera sold 1234567890 tickets.',
    ],
  },
} satisfies ExamplesFor<ReturnType<typeof cryptoRules>>;

import { it } from 'vitest';
import { compileLexicon } from '/work/main/packages/workbench/src/lexicon/compile.js';
import { readConcepts, readLexicon } from '/work/main/packages/workbench/src/lexicon/read.js';
import { gzipSync } from 'node:zlib';
it('x', () => {
  const F='/work/main/packages/workbench/lexicon';
  const langs=readLexicon(F); const con=readConcepts(F);
  const show=(n,es)=>{const p=compileLexicon(es,con);const s=JSON.stringify(p);console.log(n,es.length,'words',p.words.length,'states',p.states.length,'all',s.length,'gz',gzipSync(s).length);};
  show('en',langs.filter(l=>l.language==='en').flatMap(l=>l.entries));
  show('others',langs.filter(l=>l.language!=='en').flatMap(l=>l.entries));
  show('all',langs.flatMap(l=>l.entries));
},120000);

import { main } from './main.ts';

// What `npm run dev` watches and starts anew; see bin/lib/dev.mjs.
process.exit(await main(['serve'], process.env));

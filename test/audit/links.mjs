// Follows every link and anchor of a built site with linkinator, over http from
// localhost; links that leave the site are left alone. Usage: node links.mjs FOLDER
import { LinkChecker } from "linkinator";

const { links } = await new LinkChecker().check({
  path: process.argv[2],
  recurse: true,
  checkFragments: true,
  linksToSkip: async (link) => !/^http:\/\/(localhost|127\.0\.0\.1)[:/]/.test(link),
});
const broken = links.filter((link) => link.state === "BROKEN");
for (const { url, parent, status } of broken) console.log(`${parent}: ${url} (${status})`);
console.log(`${links.length} addresses, ${broken.length} broken`);
process.exitCode = links.length > 100 && broken.length === 0 ? 0 : 1;

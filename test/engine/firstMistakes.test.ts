import { readFileSync } from 'node:fs';

import { makeMistakes, mistakes, type Seen } from '../../scripts/docs/firstMistakes';
import { mistakesPath, mistakesPage } from '../../scripts/docs/mistakesPage';
import { inProject } from '../harness/project';

/** What a person has to read: what happened, and what to do about it. */
interface Wanted {
	happened: RegExp;
	toDo: RegExp;
}

/** Of each mistake, the words without which a first-time user would be lost. */
const wanted: Record<string, Wanted> = {
	'A wrong secret key': { happened: /'Secret Key'.*'SDKAppID'/, toDo: /copy its key/ },
	'The secret key of another application': {
		happened: /'Secret Key' does not belong/,
		toDo: /Open your application/,
	},
	'A private key (PEM) as secret key': {
		happened: /'Secret Key' holds a private key/,
		toDo: /Copy the secret key instead/,
	},
	'An SDKAppID with a wrong digit': {
		happened: /does not know the 'SDKAppID'/,
		toDo: /Compare 'SDKAppID'.*choose the 'Region'/,
	},
	'A name instead of the SDKAppID': {
		happened: /'SDKAppID' is not a positive whole number/,
		toDo: /Copy it from the list of applications/,
	},
	'The region of another data center': {
		happened: /another region/,
		toDo: /Set 'Region'/,
	},
	'An identifier that is no app admin': {
		happened: /'Identifier' is not an administrator/,
		toDo: /administrator role/,
	},
	'A custom host with a path': { happened: /'Custom Host' has a path/, toDo: /host alone/ },
	'No network, or a host where nothing answers': {
		happened: /Nothing answers/,
		toDo: /'Region' and 'Custom Host'.*firewall/,
	},
	'A receiver who was never imported': {
		happened: /'To User ID' is not registered/,
		toDo: /[Ii]mport.*'Import Missing Account'/,
	},
	'A customer who was never imported (Contact User)': {
		happened: /'User ID' does not exist/,
		toDo: /[Ii]mport.*'Import Missing Account'/,
	},
	'A customer who was never imported (Send Message)': {
		happened: /^Desk did not accept a value/,
		toDo: /'User ID'.*imported/,
	},
	"A service account without its '@'": {
		happened: /^Desk did not accept a value/,
		toDo: /'Service Account'.*begins with @/,
	},
	'An application without Desk': { happened: /Desk is not activated/, toDo: /Activate Desk/ },
	'A session that has ended': { happened: /has already ended/, toDo: /current 'Session ID'/ },
	'An agent who is offline': { happened: /agent is offline/, toDo: /Leave 'Agent' empty/ },
	'No agent is online at all': { happened: /No agent is online/, toDo: /wait and try again/ },
	'A customer who is already talking with an agent': {
		happened: /already in a conversation/,
		toDo: /find the session in Desk/,
	},
	'An expression whose field does not exist': {
		happened: /'To User ID' is undefined/,
		toDo: /Check that the field exists/,
	},
	'An expression that gives an object': {
		happened: /'Text' is not a text/,
		toDo: /Pick one field/,
	},
	'An empty list of receivers': { happened: /'To User IDs' is empty/, toDo: /expression/ },
	'A message that is too long': { happened: /too long: \d+ bytes/, toDo: /Shorten/ },
	'A picture on your own disk': {
		happened: /'Image URL' is not a web address/,
		toDo: /upload the file first/,
	},
	'JSON with a missing quote': { happened: /is not valid JSON/, toDo: /Check quotes/ },
	'The answer to a message in a live room is lost on its way': {
		happened: /connection broke/,
		toDo: /may have been carried out.*[Ll]ook/,
	},
};

/** What only a programmer, or only this project, would understand. */
const jargon =
	/undefined is not|TypeError|at Object|\bnull\b|stack|counted from 0|ECONN|HTTP status/;

describe('a mistake of a first-time user', () => {
	let all: Seen[];
	beforeAll(async () => {
		all = await makeMistakes();
	}, 120_000);

	const seenOf = (title: string) => all.find((seen) => seen.title === title)!;

	it.each(mistakes)('$title: the error says what happened, and what to do', ({ title }) => {
		const { message, description } = seenOf(title);
		const { happened, toDo } = wanted[title]!;

		expect(message).toMatch(happened);
		expect(description).toMatch(toDo);
		expect(`${message} ${description}`).not.toMatch(jargon);
	});

	it('in the credential is told under Test as well as in the node', () => {
		const inForm = all.filter(({ formSays }) => formSays !== undefined);

		expect(inForm.length).toBeGreaterThan(5);
		for (const { title, message, formSays = '' } of inForm) {
			// The form is silent about Desk, and n8n itself speaks when nothing answers.
			if (/without Desk|nothing answers/.test(title)) continue;
			expect(formSays).toContain(message);
			expect(formSays.length).toBeGreaterThan(message.length);
		}
	});

	it('is shown in docs/first-mistakes.md as it is seen', async () => {
		// After a change that is meant: npm run docs
		expect(readFileSync(inProject(mistakesPath), 'utf8')).toBe(await mistakesPage(all));
	});
});

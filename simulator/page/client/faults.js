import { planFaults } from './api.js';
import { byId, el, reconcile } from './dom.js';

/** @typedef {import('../../faults').Fault} Fault */
/** @typedef {import('../../faults').ScriptedFault} ScriptedFault */

const otherCode = 'otherCode';

/** @type {Array<{ id: string, name: string, about: string, fault: Fault }>} */
const faults = [
	{
		id: 'status502',
		name: 'HTTP 502',
		about: 'Bad gateway; the call was not carried out',
		fault: { kind: 'status502' },
	},
	{
		id: 'reset',
		name: 'Connection reset',
		about: 'The call was not carried out',
		fault: { kind: 'reset' },
	},
	{
		id: 'loseResponse',
		name: 'Answer lost',
		about: 'The call was carried out, but nobody hears of it',
		fault: { kind: 'loseResponse' },
	},
	{
		id: 'busy',
		name: 'Server busy',
		about: 'ErrorCode 60008, service timeout',
		fault: { kind: 'errorCode', code: 60008, info: 'service request timeout' },
	},
	{
		id: 'rateLimited',
		name: 'Rate limited',
		about: 'ErrorCode 60007, too many calls',
		fault: { kind: 'errorCode', code: 60007, info: 'REST API call frequency exceeds the limit' },
	},
	{
		id: 'delay',
		name: 'Slow answer',
		about: 'Three seconds late',
		fault: { kind: 'delay', ms: 3000, processed: true },
	},
	{
		id: 'hang',
		name: 'No answer at all',
		about: 'The connection stays open until the node gives up',
		fault: { kind: 'hang' },
	},
	{
		id: 'garbage',
		name: 'Broken answer',
		about: 'Carried out, answered with invalid JSON',
		fault: { kind: 'garbage' },
	},
	{
		id: otherCode,
		name: 'Another ErrorCode',
		about: 'One of your own choice',
		fault: { kind: 'errorCode', code: 91000 },
	},
];

const anyCall = '';
const calls = [
	[anyCall, 'The next one, whatever it is'],
	['desk_http_svc/send_msg', 'Desk Session: Send Message'],
	['desk_http_svc/contact_user', 'Desk Session: Contact User'],
	['desk_http_svc/transfer_to_human', 'Desk Session: Transfer to Agent'],
	['openim/sendmsg', 'Direct Message: Send'],
	['openim/batchsendmsg', 'Direct Message: Send to Many'],
	['group_open_http_svc/send_group_msg', 'Group: Send Message'],
	['live_engine_http_srv/send_text_msg', 'Live Room: Send Text Message'],
];

/** Lets a person plan what goes wrong with the next calls. */
export class Faults {
	/** @type {HTMLDialogElement} */
	#dialog = byId('fault-dialog');
	/** @type {HTMLFormElement} */
	#form = byId('fault-form');
	/** @type {HTMLSelectElement} */
	#path = byId('fault-path');
	/** @type {HTMLInputElement} */
	#code = byId('fault-code');
	#codeField = byId('fault-code-field');
	#error = byId('fault-error');
	#planned = byId('planned');
	#list = byId('planned-faults');
	#count = byId('fault-count');
	/** @type {ScriptedFault[]} */
	#failNext = [];

	/** @param {() => void} changed */
	constructor(changed) {
		byId('fault-kinds').append(
			...faults.map(({ id, name, about }, index) =>
				el(
					'label',
					{ class: 'choice' },
					el('input', { type: 'radio', name: 'fault', value: id, checked: index === 0 }),
					el('span', {}, el('strong', {}, name), el('span', { class: 'facts' }, about)),
				),
			),
		);
		this.#path.append(...calls.map(([value, label]) => el('option', { value }, label)));
		byId('open-faults').addEventListener('click', () => this.#dialog.showModal());
		this.#form.addEventListener('change', () => {
			this.#codeField.hidden = this.#chosen() !== otherCode;
		});
		this.#form.addEventListener('submit', (event) => {
			event.preventDefault();
			void this.#plan([...this.#failNext, this.#wanted()]).then(changed);
		});
		this.#list.addEventListener('click', ({ target }) => {
			const button = target instanceof Element ? target.closest('button') : null;
			if (!button) return;
			const gone = Number(button.dataset.place);
			void this.#plan(this.#failNext.filter((_, place) => place !== gone)).then(changed);
		});
	}

	/** @param {ScriptedFault[]} failNext */
	draw(failNext) {
		this.#failNext = failNext;
		const [first] = failNext;
		const more = failNext.length > 1 ? ` and ${failNext.length - 1} more` : '';
		this.#count.textContent = first ? `Next: ${nameOf(first.fault)}${more}` : 'Make a call fail';
		this.#count.parentElement?.toggleAttribute('data-planned', first !== undefined);
		this.#planned.hidden = !first;
		reconcile(
			this.#list,
			failNext.map((scripted, place) => ({ ...scripted, place })),
			({ place }) => String(place),
			drawPlanned,
		);
	}

	#chosen() {
		return String(new FormData(this.#form).get('fault'));
	}

	/** @returns {ScriptedFault} */
	#wanted() {
		const chosen = this.#chosen();
		const fault =
			chosen === otherCode
				? /** @type {Fault} */ ({ kind: 'errorCode', code: this.#code.valueAsNumber })
				: (faults.find(({ id }) => id === chosen)?.fault ?? { kind: 'reset' });
		return { fault, ...(this.#path.value !== anyCall && { path: this.#path.value }) };
	}

	async #plan(/** @type {ScriptedFault[]} */ failNext) {
		this.#error.hidden = true;
		try {
			await planFaults(failNext);
		} catch (error) {
			this.#error.textContent = error instanceof Error ? error.message : String(error);
			this.#error.hidden = false;
		}
	}
}

function nameOf(/** @type {Fault} */ fault) {
	const same = faults.find(({ fault: known }) =>
		known.kind === 'errorCode' && fault.kind === 'errorCode'
			? known.code === fault.code && known.info === fault.info
			: known.kind === fault.kind,
	);
	if (same && same.id !== otherCode) return same.name;
	return fault.kind === 'errorCode' ? `ErrorCode ${fault.code}` : fault.kind;
}

function drawPlanned(/** @type {ScriptedFault & { place: number }} */ { fault, path, place }) {
	const name = nameOf(fault);
	const call = calls.find(([known]) => known === path)?.[1] ?? path;
	return el(
		'li',
		{},
		el('span', {}, path === undefined ? name : `${name}, only ${call}`),
		el(
			'button',
			{ type: 'button', class: 'button quiet small', 'data-place': place },
			'Remove',
			el('span', { class: 'unseen' }, ` ${name}`),
		),
	);
}

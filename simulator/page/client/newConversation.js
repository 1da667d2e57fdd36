import { readWorld, sendAsCustomer } from './api.js';
import { byId, el } from './dom.js';

/** @typedef {import('../view').Summary} Summary */
/** @typedef {import('../../customer/world').CustomerWorld} CustomerWorld */

/**
 * A place to write to.
 *
 * @typedef {{ kind: Summary['kind'], id: string }} Place
 */

/** The first message of a customer: to Desk, to a person, to a group or into a live room. */
export class NewConversation {
	/** @type {HTMLDialogElement} */
	#dialog = byId('new-dialog');
	/** @type {HTMLFormElement} */
	#form = byId('new-form');
	/** @type {HTMLSelectElement} */
	#from = byId('new-from');
	/** @type {HTMLSelectElement} */
	#to = byId('new-to');
	/** @type {HTMLTextAreaElement} */
	#text = byId('new-text');
	#error = byId('new-error');

	/** @param {(place: Place, from: string) => void} sent */
	constructor(sent) {
		for (const button of document.querySelectorAll('[data-opens-new]')) {
			button.addEventListener('click', () => void this.#show());
		}
		this.#text.addEventListener('keydown', (event) => {
			if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
			event.preventDefault();
			this.#form.requestSubmit();
		});
		this.#form.addEventListener('submit', (event) => {
			event.preventDefault();
			void this.#send(sent);
		});
	}

	async #show() {
		this.#complain('');
		this.#dialog.showModal();
		try {
			this.#fill(await readWorld());
		} catch (error) {
			this.#complain(error);
		}
	}

	#fill(/** @type {CustomerWorld} */ world) {
		const before = [this.#from.value, this.#to.value];
		const people = world.accounts.map(({ id, nick }) => option(id, nick));
		this.#from.replaceChildren(...people);
		this.#to.replaceChildren(
			places(
				'Customer service',
				'desk',
				world.serviceAccounts.map((id) => ({ id, name: '' })),
			),
			places(
				'People',
				'c2c',
				world.accounts.map(({ id, nick }) => ({ id, name: nick })),
			),
			places('Groups', 'group', world.groups),
			places('Live rooms', 'live', world.liveRooms),
		);
		// Admins stand first, but it is customers who write.
		const [from, to] = before;
		this.#from.value = from || (world.accounts.find(({ id }) => id === 'alice')?.id ?? '');
		if (this.#from.value === '') this.#from.selectedIndex = Math.min(1, people.length - 1);
		if (to) this.#to.value = to;
		if (this.#to.value === '') this.#to.selectedIndex = 0;
	}

	async #send(/** @type {(place: Place, from: string) => void} */ sent) {
		const from = this.#from.value;
		/** @type {Place} */
		const place = JSON.parse(this.#to.value);
		const text = this.#text.value;
		if (text.trim() === '') return;
		try {
			await sendAsCustomer({ from, text, [fields[place.kind]]: place.id });
			this.#text.value = '';
			this.#dialog.close();
			sent(place, from);
		} catch (error) {
			this.#complain(error);
		}
	}

	#complain(/** @type {unknown} */ error) {
		this.#error.textContent = error instanceof Error ? error.message : String(error);
		this.#error.hidden = error === '';
	}
}

/** The field of POST /api/customer/messages for each kind of place. */
const fields = { desk: 'serviceAccount', c2c: 'to', group: 'groupId', live: 'groupId' };

const option = (/** @type {string} */ id, /** @type {string} */ name) =>
	el('option', { value: id }, name === '' || name === id ? id : `${name} (${id})`);

function places(
	/** @type {string} */ label,
	/** @type {Summary['kind']} */ kind,
	/** @type {Array<{ id: string, name: string }>} */ all,
) {
	return el(
		'optgroup',
		{ label },
		...all.map(({ id, name }) => {
			const line = option(id, name);
			line.value = JSON.stringify({ kind, id });
			return line;
		}),
	);
}

import { changeCallbacks, readCallbacks, resetEverything } from './api.js';
import { byId } from './dom.js';

/** Where Tencent would call, as entered in its consoles, and the way back to the beginning. */
export class Setup {
	/** @type {HTMLDialogElement} */
	#dialog = byId('setup-dialog');
	/** @type {HTMLFormElement} */
	#form = byId('setup-form');
	/** @type {HTMLInputElement} */
	#chat = byId('setup-chat');
	/** @type {HTMLInputElement} */
	#desk = byId('setup-desk');
	#error = byId('setup-error');
	#done = byId('setup-done');

	/** @param {() => void} changed */
	constructor(changed) {
		byId('open-setup').addEventListener('click', () => void this.#show());
		this.#form.addEventListener('submit', (event) => {
			event.preventDefault();
			const addresses = { url: orNull(this.#chat), deskUrl: orNull(this.#desk) };
			void this.#run(() => changeCallbacks(addresses), 'The addresses are saved.');
		});
		byId('setup-reset').addEventListener(
			'click',
			() =>
				void this.#run(async () => {
					await resetEverything();
					await this.#fill();
				}, 'Everything is as it was at the start.').then(changed),
		);
	}

	async #show() {
		this.#done.textContent = '';
		this.#dialog.showModal();
		await this.#run(() => this.#fill(), '');
	}

	async #fill() {
		const { settings } = await readCallbacks();
		this.#chat.value = settings.url ?? '';
		this.#desk.value = settings.deskUrl ?? '';
	}

	/**
	 * @param {() => Promise<unknown>} work
	 * @param {string} words when it is done
	 */
	async #run(work, words) {
		this.#error.hidden = true;
		try {
			await work();
			this.#done.textContent = words;
		} catch (error) {
			this.#error.textContent = error instanceof Error ? error.message : String(error);
			this.#error.hidden = false;
		}
	}
}

/** @param {HTMLInputElement} field */
const orNull = (field) => (field.value.trim() === '' ? null : field.value.trim());

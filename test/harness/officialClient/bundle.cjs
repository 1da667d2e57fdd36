'use strict';

const { readFileSync } = require('node:fs');
const { join } = require('node:path');

/**
 * Compiles Vue's single-file components, as a customer's own build does. Their styles are nested in a
 * way that browsers read, too.
 *
 * @param {typeof import('vue/compiler-sfc')} compiler
 */
const vueFiles = ({ compileScript, compileTemplate, parse, rewriteDefault }) => ({
	name: 'vue-files',
	setup({ onLoad }) {
		onLoad({ filter: /\.vue$/ }, ({ path }) => {
			const { descriptor } = parse(readFileSync(path, 'utf8'), { filename: path });
			const script = compileScript(descriptor, { id: path });
			const template = compileTemplate({
				id: path,
				filename: path,
				source: descriptor.template?.content ?? '',
				compilerOptions: { bindingMetadata: script.bindings },
			});
			const styles = descriptor.styles.map(({ content }) => content);
			return {
				loader: 'ts',
				contents: [
					rewriteDefault(script.content, 'component', ['typescript']),
					template.code,
					`for (const style of ${JSON.stringify(styles)}) {`,
					"	document.head.appendChild(document.createElement('style')).textContent = style;",
					'}',
					'export default { ...component, render };',
				].join('\n'),
			};
		});
	},
});

/** Packages that only this needs are asked for only here. */
exports.bundleOfficialClient = async () => {
	const { build } = require('esbuild');
	const { outputFiles } = await build({
		entryPoints: [join(__dirname, 'window.js')],
		bundle: true,
		write: false,
		format: 'iife',
		target: 'chrome120',
		logLevel: 'error',
		// The package supports Vue 2, too; a build for Vue 3 leaves that branch out.
		alias: { '@vue/composition-api': 'vue' },
		define: {
			__VUE_OPTIONS_API__: 'true',
			__VUE_PROD_DEVTOOLS__: 'false',
			__VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
			'process.env.NODE_ENV': '"production"',
		},
		loader: { '.svg': 'dataurl', '.png': 'dataurl' },
		plugins: [vueFiles(require('vue/compiler-sfc'))],
	});
	return outputFiles[0].text;
};

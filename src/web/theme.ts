import {
  Anchor,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  defaultVariantColorsResolver,
  Input,
  Loader,
  type MantineColorsTuple,
  Menu,
  Modal,
  Popover,
  Table,
  Tooltip,
} from '@mantine/core'

/** Warm greys and paper white; one green for what one can do; amber for soon, red for late; nothing else. */
const green: MantineColorsTuple = [
  '#edf6f1',
  '#dcede5',
  '#b7dccb',
  '#8dcab0',
  '#5bc29a',
  '#3ba37d',
  '#2b8d6b',
  '#1f7a5c',
  '#18614a',
  '#104736',
]
const amber: MantineColorsTuple = [
  '#fdf5e6',
  '#f9e8c7',
  '#f3d59b',
  '#ecc06a',
  '#e2a93f',
  '#c98d20',
  '#a87113',
  '#85570a',
  '#664207',
  '#472d03',
]
const red: MantineColorsTuple = [
  '#fdf0ee',
  '#fadcd8',
  '#f4b9b1',
  '#ee9a8f',
  '#e57a6c',
  '#d4574a',
  '#c03f33',
  '#a93226',
  '#84251c',
  '#5e1912',
]
const gray: MantineColorsTuple = [
  '#f7f5f1',
  '#efece6',
  '#e4e0d8',
  '#d2ccc2',
  '#b3aca0',
  '#8b8479',
  '#655f56',
  '#504b43',
  '#3a362f',
  '#26231f',
]
const dark: MantineColorsTuple = [
  '#ebe7df',
  '#cfc9be',
  '#aea79c',
  '#847d72',
  '#4d4842',
  '#3d3934',
  '#2c2925',
  '#1d1b19',
  '#171513',
  '#100f0d',
]

const phone = '48em'
/** One width divides phones from the rest. */
export const onPhone = `(max-width: ${phone})`

const fade = { transitionProps: { transition: 'fade', duration: 150 } } as const

const veil = { backgroundOpacity: 0.25 }

export const theme = createTheme({
  colors: { green, amber, red, gray, dark },
  primaryColor: 'green',
  primaryShade: { light: 7, dark: 4 },
  // Mantine judges contrast by the light theme's shade alone; the dark theme's green is bright and needs dark words on it.
  variantColorResolver: (input) => {
    const colours = defaultVariantColorsResolver(input)
    if (input.variant === 'filled') return { ...colours, color: 'var(--on-filled)' }
    return input.variant === 'subtle' ? { ...colours, color: 'var(--mantine-color-anchor)' } : colours
  },
  white: '#ffffff',
  black: '#26231f',
  fontFamily: 'var(--font)',
  fontFamilyMonospace: "ui-monospace, 'SF Mono', Consolas, 'Noto Sans Mono CJK SC', monospace",
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '1rem', lg: '1.25rem', xl: '1.75rem' },
  headings: {
    fontWeight: '600',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.3' },
      h2: { fontSize: '1.25rem', lineHeight: '1.4' },
      h3: { fontSize: '1rem', lineHeight: '1.5' },
      h4: { fontSize: '1rem', lineHeight: '1.5' },
    },
  },
  fontWeights: { regular: '400', medium: '500', bold: '600' },
  defaultRadius: 'sm',
  radius: { xs: '3px', sm: '6px', md: '8px', lg: '12px', xl: '20px' },
  breakpoints: { xs: '30em', sm: phone, md: '62em', lg: '75em', xl: '90em' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Anchor: Anchor.extend({ defaultProps: { inherit: true, underline: 'always' } }),
    InputWrapper: Input.Wrapper.extend({
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    }),
    Drawer: Drawer.extend({ defaultProps: { transitionProps: { duration: 150 }, overlayProps: veil } }),
    Modal: Modal.extend({ defaultProps: { ...fade, overlayProps: veil } }),
    Menu: Menu.extend({ defaultProps: { ...fade, withInitialFocusPlaceholder: false, withinPortal: false } }),
    Popover: Popover.extend({ defaultProps: fade }),
    Tooltip: Tooltip.extend({ defaultProps: { ...fade, openDelay: 300 } }),
    Loader: Loader.extend({ defaultProps: { type: 'dots' } }),
    Table: Table.extend({ defaultProps: { fz: 'sm', verticalSpacing: 5, borderColor: 'var(--line)' } }),
  },
})

/** Paper, ink and the three colours that mean something, as variables for our own style sheet. */
export const variables: CSSVariablesResolver = () => ({
  variables: { '--phone': phone },
  light: {
    '--mantine-color-body': '#fbf9f5',
    '--mantine-color-text': '#26231f',
    '--mantine-color-dimmed': '#655f56',
    '--mantine-color-placeholder': '#6f695f',
    '--mantine-color-anchor': '#1a6a50',
    '--mantine-color-error': '#a93226',
    '--paper': '#ffffff',
    '--line': '#e4e0d8',
    '--quiet': '#f2efe9',
    '--do': '#1f7a5c',
    '--on-filled': '#ffffff',
    '--mantine-primary-color-contrast': '#ffffff',
    '--do-soft': '#e6f2ec',
    '--soon': '#85570a',
    '--soon-soft': '#fbf0d9',
    '--late': '#a93226',
    '--late-soft': '#fbe6e3',
  },
  dark: {
    '--mantine-color-body': '#1d1b19',
    '--mantine-color-text': '#ebe7df',
    '--mantine-color-dimmed': '#b5aea3',
    '--mantine-color-placeholder': '#a09a8f',
    '--mantine-color-anchor': '#6fcda8',
    '--mantine-color-error': '#f2978b',
    '--paper': '#262320',
    '--line': '#3d3934',
    '--quiet': '#302c28',
    '--do': '#5bc29a',
    '--on-filled': '#10201a',
    '--mantine-primary-color-contrast': '#10201a',
    '--do-soft': '#24382f',
    '--soon': '#ecc06a',
    '--soon-soft': '#3b3020',
    '--late': '#f2978b',
    '--late-soft': '#422622',
  },
})

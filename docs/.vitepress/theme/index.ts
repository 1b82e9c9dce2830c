// The fonts of the reader's system: nothing to download, nothing from elsewhere.
import DefaultTheme from 'vitepress/theme-without-fonts';
import './style.css';

export default DefaultTheme;

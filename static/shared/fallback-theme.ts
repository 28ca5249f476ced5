import './fallback-theme.css';
